package org.commonwright.workbench.parts;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import javafx.collections.ObservableListBase;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.workbench.table.Snapshots;
import org.jspecify.annotations.Nullable;

/// The lines of the document that is shown. A row is made when it is looked at, so that a million of them cost nothing; after
/// an edit only what differs is told.
final class LineList extends ObservableListBase<LineRow> implements Snapshots<LineRow>, RandomAccess {
    private @Nullable BomDocument document;

    @Override
    public LineRow get(int line) {
        if (document == null) {
            throw new IndexOutOfBoundsException(line);
        }
        return new LineRow(line, document.row(line));
    }

    @Override
    public int size() {
        return document == null ? 0 : document.size();
    }

    @Override
    public List<LineRow> snapshot() {
        return rows(document, 0, size());
    }

    /// Shows another document, or the same one after an edit.
    void become(@Nullable BomDocument next) {
        BomDocument before = document;
        int was = size();
        int is = next == null ? 0 : next.size();
        int head = 0;
        int tail = 0;
        if (before != null && next != null) {
            int same = Math.min(was, is);
            while (head < same && before.row(head) == next.row(head)) {
                head++;
            }
            while (tail < same - head && before.row(was - 1 - tail) == next.row(is - 1 - tail)) {
                tail++;
            }
        }
        document = next;
        if (was - tail > head || is - tail > head) {
            beginChange();
            if (was == is && before != null && next != null) {
                changed(before, next, head, is - tail);
            } else {
                nextReplace(head, is - tail, rows(before, head, was - tail));
            }
            endChange();
        }
    }

    /// Lines that say something else stay chosen; only lines that come or go are not the ones they were.
    private void changed(BomDocument before, BomDocument next, int from, int to) {
        for (int line = from; line < to; line++) {
            if (before.row(line) != next.row(line)) {
                nextUpdate(line);
            }
        }
    }

    private static List<LineRow> rows(@Nullable BomDocument of, int from, int to) {
        return new Rows(of, from, to);
    }

    private static final class Rows extends AbstractList<LineRow> implements RandomAccess {
        private final @Nullable BomDocument of;
        private final int from;
        private final int to;

        Rows(@Nullable BomDocument of, int from, int to) {
            this.of = of;
            this.from = from;
            this.to = to;
        }

        @Override
        public LineRow get(int index) {
            if (of == null || index >= to - from) {
                throw new IndexOutOfBoundsException(index);
            }
            return new LineRow(from + index, of.row(from + index));
        }

        @Override
        public int size() {
            return to - from;
        }
    }
}
