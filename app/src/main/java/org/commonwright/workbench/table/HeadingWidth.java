package org.commonwright.workbench.table;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// How wide a column must be so that its heading is not cut, in any language.
final class HeadingWidth {
    /// px that the button for choosing columns takes of the last heading
    static final double BUTTON = 12;

    private static final double PADDING = 36;
    private static final double WIDEST = 240;

    private HeadingWidth() {}

    /// px at the normal text size, with room for the sign of sorting
    static double of(String heading) {
        var text = new Text(heading);
        Font normal = Font.getDefault();
        text.setFont(Font.font(normal.getFamily(), FontWeight.BOLD, 14));
        return Math.min(WIDEST, Math.ceil(text.getLayoutBounds().getWidth()) + PADDING);
    }
}
