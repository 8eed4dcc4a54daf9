package org.commonwright.workbench.orders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.workbench.text.Choices;
import org.commonwright.workbench.text.Controls;

/// A field and a choice of state above the board; Escape empties the field.
final class FilterBar {
    private final HBox bar;
    private final Label found = new Label();
    private final Controls controls;

    FilterBar(OrdersViewModel model, Controls controls, Words words) {
        this.controls = controls;
        TextField field = controls.field("orders.filter");
        field.setId("filter-jobs");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                key.consume();
            }
        });
        var states = new ChoiceBox<Optional<JobStatus>>();
        states.setId("filter-state");
        controls.name(states, controls.texts().of("orders.filter-state"));
        List<Optional<JobStatus>> all = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(JobStatus.values()).map(Optional::of).forEach(all::add);
        states.getItems().setAll(all);
        Choices.inWords(states, controls.texts(),
                status -> status.map(words::status).orElseGet(() -> controls.texts().now("orders.filter-all")));
        JobFilter before = model.filter().get();
        field.setText(before.text());
        states.setValue(Optional.ofNullable(before.status()));
        model.filter().bind(Bindings.createObjectBinding(
                () -> new JobFilter(field.getText(), states.getValue().orElse(null)), field.textProperty(),
                states.valueProperty()));
        found.getStyleClass().addAll("hint", "small-text");
        found.setId("filter-found");
        bar = new HBox(8, field, states, found);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("padded");
    }

    Node node() {
        return bar;
    }

    /// Says how many of all jobs are in sight; nothing while all are.
    void found(int shown, int all, JobFilter filter) {
        found.setText(filter.isAll() ? "" : controls.texts().now("orders.filter-found", shown, all));
    }

}
