package org.commonwright.workbench.review;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Messages;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.Resolution;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The conflicts of a merge: for each, what it was, what is here, what is proposed, and a choice.
final class ConflictsView {
    private final ReviewViewModel model;
    private final Controls controls;

    ConflictsView(ReviewViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
    }

    Node of(List<MergeConflict> conflicts) {
        var box = new VBox(16);
        box.getChildren().add(controls.label(controls.texts().of("reviews.conflicts", conflicts.size()), "subheading"));
        conflicts.forEach(conflict -> box.getChildren().add(card(conflict)));
        return box;
    }

    private Node card(MergeConflict conflict) {
        var title = controls.label(controls.texts().of(title(conflict)), "strong");
        title.setWrapText(true);
        var head = new HBox(8, Icons.of(MaterialDesignA.ALERT_OCTAGON_OUTLINE), title);
        head.setAlignment(Pos.CENTER_LEFT);
        var group = new ToggleGroup();
        var choices = new FlowPane(16, 8);
        var box = new VBox(8, head);
        switch (conflict) {
            case MergeConflict.Cell(_, _, var cell) -> {
                box.getChildren().add(controls.hint("reviews.was", shown(cell.base())));
                choices.getChildren().addAll(
                        option(group, conflict, "reviews.ours", shown(cell.ours()), new Resolution.Ours()),
                        option(group, conflict, "reviews.theirs", shown(cell.theirs()), new Resolution.Theirs()));
                if (!cell.cell().isEmpty()) {
                    choices.getChildren().add(other(group, conflict));
                }
            }
            case MergeConflict.Text(_, _, _, var ours, var theirs) -> choices.getChildren().addAll(
                    option(group, conflict, "reviews.ours", excerpt(ours), new Resolution.Ours()),
                    option(group, conflict, "reviews.theirs", excerpt(theirs), new Resolution.Theirs()));
            case MergeConflict.Whole _ -> choices.getChildren().addAll(
                    option(group, conflict, "reviews.ours-whole", "", new Resolution.Ours()),
                    option(group, conflict, "reviews.theirs-whole", "", new Resolution.Theirs()));
        }
        box.getChildren().add(choices);
        box.getStyleClass().add("card");
        return box;
    }

    private static Messages.Key title(MergeConflict conflict) {
        return switch (conflict) {
            case MergeConflict.Cell(var file, _, var cell) -> cell.cell().isEmpty()
                    ? Messages.Key.of("reviews.row-conflict", cell.part(), file)
                    : Messages.Key.of("reviews.cell-conflict", cell.part(), cell.cell(), file);
            case MergeConflict.Text text -> Messages.Key.of("reviews.text-conflict", text.file());
            case MergeConflict.Whole whole -> Messages.Key.of("reviews.whole-conflict", whole.file());
        };
    }

    private RadioButton option(ToggleGroup group, MergeConflict conflict, String key, String value,
            Resolution resolution) {
        var button = new RadioButton();
        button.textProperty().bind(controls.texts().of(key, value));
        button.setToggleGroup(group);
        button.setOnAction(_ -> model.decide(conflict, resolution));
        button.setSelected(resolution.equals(model.choices().get(conflict)));
        return button;
    }

    private Node other(ToggleGroup group, MergeConflict conflict) {
        var button = new RadioButton();
        button.textProperty().bind(controls.texts().of("reviews.other"));
        button.setToggleGroup(group);
        TextField value = controls.field("reviews.other-value");
        value.setPrefColumnCount(11);
        ObservableValue<String> text = value.textProperty();
        text.subscribe((_, typed) -> {
            button.setSelected(true);
            model.decide(conflict, new Resolution.Value(typed));
        });
        button.setOnAction(_ -> {
            value.requestFocus();
            model.decide(conflict, new Resolution.Value(value.getText()));
        });
        var row = new HBox(8, button, value);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String shown(@Nullable String text) {
        return text == null ? controls.texts().now("reviews.nothing") : text.isEmpty() ? "“”" : text;
    }

    private static String excerpt(String text) {
        String line = text.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    /// A label that says how much is left to decide.
    Label left(List<MergeConflict> conflicts) {
        var label = new Label();
        label.getStyleClass().add("hint");
        Runnable write = () -> label.setText(conflicts.isEmpty()
                ? ""
                : controls.texts().now("reviews.decided",
                        model.choices().size(), conflicts.size()));
        model.choices().addListener((MapChangeListener<MergeConflict, Resolution>) _ -> write.run());
        write.run();
        return label;
    }
}
