package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.Alternate;
import org.commonwright.bom.BomLine;

/// Alternates that a row gained or lost.
///
/// @param part what the row calls its part afterwards
/// @param row the row afterwards, from 1
/// @param cells the cells that list them
public record AlternatesChange(String part, int row, List<Alternate> added, List<Alternate> removed,
        List<CellChange> cells) {
    public AlternatesChange {
        cells = List.copyOf(cells);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    static AlternatesChange between(BomLine before, BomLine after, List<CellChange> cells) {
        List<Alternate> added = new ArrayList<>(after.alternates());
        added.removeAll(before.alternates());
        List<Alternate> removed = new ArrayList<>(before.alternates());
        removed.removeAll(after.alternates());
        return new AlternatesChange(after.part(), after.row(), added, removed, cells);
    }

    boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }
}
