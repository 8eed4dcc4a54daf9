package org.commonwright.workbench.palette;

import java.util.ArrayList;
import java.util.List;

/// What the palette finds besides actions.
public final class PaletteSources {
    private final List<PaletteSource> sources = new ArrayList<>();

    public void add(PaletteSource source) {
        sources.add(source);
    }

    List<PaletteEntry> entries() {
        return sources.stream().flatMap(source -> source.entries().stream()).toList();
    }
}
