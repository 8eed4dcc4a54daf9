package org.commonwright.workbench.palette;

import java.util.List;

/// Gives the palette things to find besides actions: files, parts, people. Asked on the window's thread when the palette
/// opens, so it answers from what is in memory.
@FunctionalInterface
public interface PaletteSource {
    List<PaletteEntry> entries();
}
