package org.commonwright.workbench.theme;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons are set here, in code: an icon set by a stylesheet breaks when the theme changes.
public final class Icons {
    private static final int NORMAL = 16;

    private Icons() {}

    public static FontIcon of(Ikon ikon) {
        return of(ikon, NORMAL);
    }

    /// @param size px
    public static FontIcon of(Ikon ikon, int size) {
        FontIcon icon = FontIcon.of(ikon);
        icon.setIconSize(size);
        return icon;
    }
}
