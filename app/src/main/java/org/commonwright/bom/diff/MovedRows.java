package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.model.Ascent;

/// Finds the fewest rows that have to be moved so that those which both revisions have stand in the later one's order: all but a
/// longest ascending subsequence.
final class MovedRows {
    private MovedRows() {}

    static List<MovedRow> of(BomDocument before, BomDocument after, Matching rows, List<RowId> ids) {
        int[] toA = rows.toA();
        if (isInOrder(toA)) {
            return List.of();
        }
        boolean[] stays = Ascent.longest(toA.length, i -> toA[i], i -> toA[i] >= 0);
        List<MovedRow> moved = new ArrayList<>();
        for (int j = 0; j < toA.length; j++) {
            if (toA[j] >= 0 && !stays[j]) {
                moved.add(new MovedRow(ids.get(j).part(), before.rowNumber(toA[j]), after.rowNumber(j)));
            }
        }
        return moved;
    }

    private static boolean isInOrder(int[] toA) {
        int last = -1;
        for (int i : toA) {
            if (i >= 0 && i < last) {
                return false;
            }
            last = Math.max(last, i);
        }
        return true;
    }
}
