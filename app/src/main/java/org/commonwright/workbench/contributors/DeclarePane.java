package org.commonwright.workbench.contributors;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.area.ModuleChoice;
import org.commonwright.workbench.area.ModuleChooser;
import org.commonwright.workbench.text.Controls;

/// A form for declared effort.
final class DeclarePane {
    private final Controls controls;
    private final VBox pane;

    /// @param close called when it is declared
    DeclarePane(Declaring declaring, Controls controls, List<ModuleChoice> modules, Runnable close) {
        this.controls = controls;
        TextField work = controls.field("effort.work-prompt");
        work.setId("effort-work");
        work.textProperty().bindBidirectional(declaring.work());
        TextField hours = controls.field("effort.hours-prompt");
        hours.setId("effort-hours");
        hours.setMaxWidth(120);
        hours.textProperty().bindBidirectional(declaring.hours());
        var chooser = new ModuleChooser(controls, "contributors.module", declaring::choose);
        chooser.show(modules, declaring.module());
        TextArea files = controls.area("effort.files-prompt", 4);
        files.setId("effort-files");
        files.setWrapText(false);
        controls.name(files, controls.texts().of("effort.files"));
        files.textProperty().bindBidirectional(declaring.files());
        var form = new GridPane(16, 8);
        var labels = new ColumnConstraints();
        labels.setMinWidth(Region.USE_PREF_SIZE);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        form.getColumnConstraints().addAll(labels, fields);
        row(form, "effort.work", work);
        row(form, "contributors.declared", hours);
        row(form, "contributors.module", chooser.node());
        row(form, "effort.files", files);
        Button declare = controls.button("effort.declare-now", () -> {
            declaring.declare();
            close.run();
        });
        declare.setId("effort-declare");
        declare.getStyleClass().add("accent");
        declare.disableProperty().bind(declaring.blocked().map(why -> why.isPresent()));
        form.add(controls.explained(declare, controls.texts().messages().flatMap(m -> declaring.blocked()
                .map(why -> why.map(r -> m.get(r.key(), r.arguments())).orElse("")))), 1, form.getRowCount());
        form.setMaxWidth(720);
        pane = new VBox(16, controls.hint("effort.declare-hint"), form);
        pane.getStyleClass().add("page");
        // Whoever opens the page begins to write.
        pane.focusedProperty().subscribe(now -> {
            if (now) {
                work.requestFocus();
            }
        });
    }

    private void row(GridPane form, String key, Node field) {
        Label label = controls.label(key);
        label.setLabelFor(field);
        GridPane.setValignment(label, field instanceof TextArea ? VPos.TOP : VPos.CENTER);
        form.addRow(form.getRowCount(), label, field);
    }

    Node node() {
        return pane;
    }
}
