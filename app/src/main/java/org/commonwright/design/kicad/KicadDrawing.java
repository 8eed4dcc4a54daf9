package org.commonwright.design.kicad;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// A schematic sheet or a board, by its items.
///
/// @param board whether it is a board
/// @param version of the format, as KiCad writes it
/// @param items components, in the file's order; power symbols are none
/// @param nets their names; in a schematic what labels say
/// @param others everything else that is drawn, by kind (`segment`, `via`, `zone`, `wire`): a number for each
/// @param width of the board, mm; 0 where no edge is drawn
/// @param height of the board, mm
public record KicadDrawing(boolean board, String version, List<KicadItem> items, Set<String> nets,
        SequencedMap<String, List<Long>> others, double width, double height) {
    public KicadDrawing {
        items = List.copyOf(items);
        nets = Collections.unmodifiableSet(nets);
        others = Collections.unmodifiableSequencedMap(others);
    }
}
