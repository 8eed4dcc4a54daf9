package org.commonwright.workbench.theme;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons are set here, in code: an icon set by a stylesheet breaks when the theme changes. They grow with the text.
public final class Icons {
    private static final int NORMAL = 16;

    private Icons() {}

    public static FontIcon of(Ikon ikon) {
        return of(ikon, NORMAL);
    }

    /// @param size px at the normal text size
    public static FontIcon of(Ikon ikon, int size) {
        FontIcon icon = FontIcon.of(ikon);
        Theme.textScale(icon).subscribe(scale -> resize(icon, (int) Math.round(size * scale)));
        return icon;
    }

    /// As a style, because the theme's own rule would win over a value that is set; behind what the icon itself keeps there.
    private static void resize(FontIcon icon, int size) {
        String kept = icon.getStyle().replaceAll("-fx-icon-size:[^;]*;", "");
        icon.setStyle(kept + "-fx-icon-size: " + size + "px;");
    }
}
