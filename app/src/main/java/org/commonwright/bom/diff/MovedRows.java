package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.edit.BomDocument;

/// Finds the fewest rows that have to be moved so that those which both revisions have stand in the later one's order: all but a
/// longest increasing subsequence. Takes n log n.
final class MovedRows {
    private MovedRows() {}

    static List<MovedRow> of(BomDocument before, BomDocument after, Matching rows, List<RowId> ids) {
        int[] toA = rows.toA();
        if (isInOrder(toA)) {
            return List.of();
        }
        boolean[] stays = longestIncreasing(toA);
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

    private static boolean[] longestIncreasing(int[] values) {
        int[] ends = new int[values.length];
        int[] before = new int[values.length];
        int length = 0;
        for (int j = 0; j < values.length; j++) {
            if (values[j] < 0) {
                continue;
            }
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[ends[middle]] < values[j]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[j] = low == 0 ? -1 : ends[low - 1];
            ends[low] = j;
            length = Math.max(length, low + 1);
        }
        boolean[] chosen = new boolean[values.length];
        for (int j = length == 0 ? -1 : ends[length - 1]; j >= 0; j = before[j]) {
            chosen[j] = true;
        }
        return chosen;
    }
}
