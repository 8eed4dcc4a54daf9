package org.commonwright.workbench.area;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.Ikon;

/// What a view shows while it has nothing to show: an icon, what the view is for, and the first step.
public final class EmptyState {
    private static final int WIDTH = 480;

    private EmptyState() {}

    /// @param titleKey one short sentence
    /// @param hintKey what belongs here and how to begin
    /// @param steps buttons; none when there is nothing to do
    public static Node of(Controls controls, Ikon ikon, String titleKey, String hintKey, Node... steps) {
        return of(controls, ikon, titleKey, Messages.Key.of(hintKey), steps);
    }

    /// As above, with a hint that has arguments.
    public static Node of(Controls controls, Ikon ikon, String titleKey, Messages.Key hintText, Node... steps) {
        Label title = controls.label(controls.texts().of(titleKey), "subheading");
        title.setWrapText(true);
        title.setTextAlignment(TextAlignment.CENTER);
        Label hint = controls.hint(hintText.key(), hintText.arguments().toArray());
        hint.setTextAlignment(TextAlignment.CENTER);
        hint.setMaxWidth(WIDTH);
        hint.setAlignment(Pos.CENTER);
        var icon = Icons.of(ikon, 48);
        icon.getStyleClass().add("empty-icon");
        var box = new VBox(8, icon, title, hint);
        box.getChildren().addAll(steps);
        box.getStyleClass().add("empty-state");
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
