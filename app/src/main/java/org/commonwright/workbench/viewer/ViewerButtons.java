package org.commonwright.workbench.viewer;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The viewer's buttons in its corner; each tooltip shows its key.
final class ViewerButtons {
    private ViewerButtons() {}

    static Node of(ViewerViewModel model, Controls controls) {
        var row = new HBox(
                button(controls, MaterialDesignF.FIT_TO_SCREEN_OUTLINE, "workbench.viewer-fit", model::fit),
                button(controls, MaterialDesignA.AXIS_X_ARROW, "workbench.viewer-front", model::front),
                button(controls, MaterialDesignA.AXIS_Y_ARROW, "workbench.viewer-side", model::side),
                button(controls, MaterialDesignA.AXIS_Z_ARROW, "workbench.viewer-top", model::top),
                button(controls, MaterialDesignP.PERSPECTIVE_LESS, "workbench.viewer-perspective",
                        model::togglePerspective));
        row.getStyleClass().add("viewer-buttons");
        row.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(row, Pos.TOP_RIGHT);
        return row;
    }

    private static Button button(Controls controls, Ikon ikon, String key, Runnable handler) {
        Button button = controls.iconButton(ikon, key, handler);
        return button;
    }
}
