package org.commonwright.workbench.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.text.Controls;

/// Below the table: how many files are not saved, and the two ways to keep the work.
final class LinesFoot {
    private final HBox row;

    LinesFoot(PartsViewModel model, WorkbenchContext context, Controls controls) {
        var state = new Label();
        state.getStyleClass().add("hint");
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.managedProperty().bind(state.textProperty().isNotEmpty());
        state.textProperty().bind(controls.texts().messages().flatMap(m -> model.editing().steps()
                .map(steps -> steps.unsaved() == 0 ? "" : m.get("parts.unsaved", steps.unsaved()))));
        var actions = new ActionControls(controls);
        row = new HBox(8, state, Controls.spring(), actions.button(context.actions().get("save-parts")),
                actions.button(context.actions().get("commit-parts")));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pane-foot");
    }

    Node node() {
        return row;
    }
}
