package org.commonwright.workbench.parts;

import java.util.Arrays;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.CellSearch;
import org.commonwright.task.Progress;
import org.commonwright.workbench.parts.ChosenCells.Place;
import org.jspecify.annotations.Nullable;

/// Cells that were found, in the order in sight. A cell is one number, so that a million of them are few bytes.
final class Hits {
    private static final int COLUMN_BITS = 16;
    private static final int STEP = 4096;

    private final int @Nullable [] order;
    private final long[] cells;

    private Hits(int @Nullable [] order, long[] cells) {
        this.order = order;
        this.cells = cells;
    }

    /// @param order the lines in sight, in order; null for all in the order of the file
    static Hits of(BomDocument document, CellSearch search, CellSearch.Scope scope, int @Nullable [] order,
            Progress progress) {
        var found = new long[16];
        int count = 0;
        int rows = order == null ? document.size() : order.length;
        for (int row = 0; row < rows; row++) {
            if (row % STEP == 0) {
                progress.check();
            }
            int line = order == null ? row : order[row];
            for (int column : search.columns(document, line, scope)) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = (long) row << COLUMN_BITS | column;
            }
        }
        return new Hits(order, Arrays.copyOf(found, count));
    }

    int size() {
        return cells.length;
    }

    Place get(int index) {
        int row = (int) (cells[index] >> COLUMN_BITS);
        return new Place(order == null ? row : order[row], (int) (cells[index] & (1 << COLUMN_BITS) - 1));
    }

    /// The first one that is not before a cell; as many as there are when all are.
    int notBefore(Place place) {
        int row = place.line();
        for (int i = 0; order != null && i < order.length; i++) {
            if (order[i] == place.line()) {
                row = i;
                break;
            }
        }
        int at = Arrays.binarySearch(cells, (long) row << COLUMN_BITS | place.column());
        return at < 0 ? -at - 1 : at;
    }
}
