package org.commonwright.workbench.palette;

import java.util.Optional;
import org.commonwright.i18n.Messages;
import org.kordamp.ikonli.Ikon;

/// One line of the palette, in the language of the moment.
///
/// @param name what is matched
/// @param detail where it belongs, muted: a menu, a folder
/// @param shortcut empty for none
/// @param blocked why it cannot be done now
public record PaletteEntry(Ikon icon, String name, String detail, String shortcut, Optional<Messages.Key> blocked,
        Runnable run) {}
