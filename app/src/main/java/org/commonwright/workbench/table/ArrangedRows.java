package org.commonwright.workbench.table;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import javafx.collections.transformation.TransformationList;
import org.jspecify.annotations.Nullable;

/// The rows of a source in a given order and choice. A row that changes stays in its place; a new one comes behind the one
/// that it follows in the source.
final class ArrangedRows<T> extends TransformationList<T, T> implements RandomAccess {
    private static final int FEW = 256;

    private final Runnable renew;
    /// For each row in sight its place in the source; null while all are in sight in the source's order.
    private int @Nullable [] order;
    /// For each row of the source its place in sight, made when it is needed.
    private int @Nullable [] inverse;
    private int structure;

    /// @param renew arranges anew, after so much was changed that places mean nothing any more
    ArrangedRows(ObservableList<T> source, Runnable renew) {
        super(source);
        this.renew = renew;
    }

    /// Grows whenever rows of the source come or go.
    int structure() {
        return structure;
    }

    /// @param newOrder for each row in sight its place in the source; null for all in the source's order
    void arrange(int @Nullable [] newOrder) {
        if (newOrder == null && order == null) {
            return;
        }
        List<? extends T> before = list(order, getSource());
        order = newOrder;
        inverse = null;
        beginChange();
        nextReplace(0, size(), before);
        endChange();
    }

    int @Nullable [] order() {
        return order == null ? null : order.clone();
    }

    @Override
    public T get(int row) {
        return getSource().get(getSourceIndex(row));
    }

    @Override
    public int size() {
        return order == null ? getSource().size() : order.length;
    }

    @Override
    public int getSourceIndex(int row) {
        return order == null ? row : order[row];
    }

    @Override
    public int getViewIndex(int index) {
        if (order == null) {
            return index < getSource().size() ? index : -1;
        }
        if (inverse == null) {
            inverse = new int[getSource().size()];
            Arrays.fill(inverse, -1);
            for (int row = 0; row < order.length; row++) {
                inverse[order[row]] = row;
            }
        }
        return index < inverse.length ? inverse[index] : -1;
    }

    @Override
    protected void sourceChanged(Change<? extends T> change) {
        beginChange();
        boolean stale = false;
        while (change.next()) {
            structure += change.getRemovedSize() == change.getAddedSize() && !change.wasPermutated() ? 0 : 1;
            stale |= !told(change);
        }
        endChange();
        if (stale) {
            renew.run();
        }
    }

    /// @return whether it could be told in place
    private boolean told(Change<? extends T> change) {
        if (order == null) {
            plain(change);
            return true;
        }
        int removed = change.getRemovedSize();
        int added = change.getAddedSize();
        if (change.wasUpdated() || removed == added && removed > 0) {
            for (int i = change.getFrom(); i < change.getTo(); i++) {
                int row = getViewIndex(i);
                if (row >= 0 && change.wasUpdated()) {
                    nextUpdate(row);
                } else if (row >= 0) {
                    nextSet(row, change.getRemoved().get(i - change.getFrom()));
                }
            }
            return true;
        }
        if (change.wasPermutated()) {
            moved(change);
            return true;
        }
        if (removed > FEW || added > FEW) {
            List<T> before = new Before<>(order, getSource(), change);
            order = IntStream.range(0, getSource().size()).toArray();
            inverse = null;
            nextReplace(0, order.length, before);
            return false;
        }
        for (int i = 0; i < removed; i++) {
            remove(change.getFrom(), change.getRemoved().get(i));
        }
        for (int i = change.getFrom(); i < change.getFrom() + added; i++) {
            insert(i);
        }
        return true;
    }

    /// The source was put into another order: every row stays where it is in sight.
    private void moved(Change<? extends T> change) {
        int[] now = order == null ? new int[0] : order.clone();
        for (int row = 0; row < now.length; row++) {
            boolean within = now[row] >= change.getFrom() && now[row] < change.getTo();
            now[row] = within ? change.getPermutation(now[row]) : now[row];
        }
        order = now;
        inverse = null;
    }

    private void plain(Change<? extends T> change) {
        if (change.wasPermutated()) {
            nextPermutation(change.getFrom(), change.getTo(),
                    IntStream.range(change.getFrom(), change.getTo()).map(change::getPermutation).toArray());
        } else if (change.wasUpdated()) {
            IntStream.range(change.getFrom(), change.getTo()).forEach(this::nextUpdate);
        } else {
            nextReplace(change.getFrom(), change.getTo(), change.getRemoved());
        }
    }

    private void remove(int index, T gone) {
        int[] was = order == null ? new int[0] : order;
        int row = indexOf(was, index);
        int[] now = new int[was.length - (row < 0 ? 0 : 1)];
        for (int i = 0, to = 0; i < was.length; i++) {
            if (i != row) {
                now[to++] = was[i] > index ? was[i] - 1 : was[i];
            }
        }
        order = now;
        inverse = null;
        if (row >= 0) {
            nextRemove(row, gone);
        }
    }

    private void insert(int index) {
        int[] was = order == null ? new int[0] : order;
        int follows = index == 0 ? -1 : indexOf(was, index - 1);
        int row = index == 0 ? 0 : follows < 0 ? was.length : follows + 1;
        int[] now = new int[was.length + 1];
        for (int i = 0; i < now.length; i++) {
            int from = i < row ? was[i] : i == row ? index : was[i - 1];
            now[i] = i != row && from >= index ? from + 1 : from;
        }
        order = now;
        inverse = null;
        nextAdd(row, row + 1);
    }

    private static int indexOf(int[] order, int index) {
        for (int row = 0; row < order.length; row++) {
            if (order[row] == index) {
                return row;
            }
        }
        return -1;
    }

    private static <T> List<? extends T> list(int @Nullable [] order, List<? extends T> source) {
        List<? extends T> now = Snapshots.of(source);
        return order == null ? now : new Picked<T>(order, now);
    }

    /// Rows of a list that does not change.
    private static final class Picked<T> extends AbstractList<T> implements RandomAccess {
        private final int[] order;
        private final List<? extends T> rows;

        Picked(int[] order, List<? extends T> rows) {
            this.order = order;
            this.rows = rows;
        }

        @Override
        public T get(int row) {
            return rows.get(order[row]);
        }

        @Override
        public int size() {
            return order.length;
        }
    }

    /// What was in sight before the source changed, as far as the change still knows it.
    private static final class Before<T> extends AbstractList<T> implements RandomAccess {
        private final int[] order;
        private final List<? extends T> source;
        private final Change<? extends T> change;

        Before(int[] order, List<? extends T> source, Change<? extends T> change) {
            this.order = order;
            this.source = source;
            this.change = change;
        }

        @Override
        public T get(int row) {
            int index = order[row];
            int gone = index - change.getFrom();
            return gone < 0
                    ? source.get(index)
                    : gone < change.getRemovedSize()
                            ? change.getRemoved().get(gone)
                            : source.get(index - change.getRemovedSize() + change.getAddedSize());
        }

        @Override
        public int size() {
            return order.length;
        }
    }
}
