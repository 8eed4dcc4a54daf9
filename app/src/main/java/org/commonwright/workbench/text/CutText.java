package org.commonwright.workbench.text;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/// What is cut where there is no room for it is told whole when the mouse comes over it.
public final class CutText {
    private CutText() {}

    /// Tells a label's own words whole, while they are cut.
    public static <L extends Labeled> L told(L label, Controls controls) {
        Tooltip tooltip = controls.tooltip(label.textProperty());
        label.setOnMouseEntered(_ -> label.setTooltip(isCut(label) ? tooltip : null));
        return label;
    }

    /// Whether not all that a label says is in sight: what is drawn is then another text than its own.
    public static boolean isCut(Labeled label) {
        return label.getText() != null && label.lookup(".text") instanceof Text drawn
                && !drawn.getText().equals(label.getText());
    }
}
