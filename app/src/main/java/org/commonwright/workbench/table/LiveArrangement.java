package org.commonwright.workbench.table;

import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;

/// Follows every change of the source at once: for tables that are looked at.
final class LiveArrangement<T> implements Arrangement<T> {
    private final FilteredList<T> filtered;
    private final SortedList<T> sorted;

    LiveArrangement(ObservableList<T> source) {
        filtered = new FilteredList<>(source);
        sorted = new SortedList<>(filtered);
    }

    @Override
    public ObservableList<T> rows() {
        return sorted;
    }

    @Override
    public void filter(@Nullable Predicate<T> wanted) {
        filtered.setPredicate(wanted);
    }

    @Override
    public void sort(@Nullable Comparator<T> order) {
        sorted.setComparator(order);
    }

    @Override
    public int inSight(int source) {
        int at = filtered.getViewIndex(source);
        return at < 0 ? at : sorted.getViewIndex(at);
    }

    @Override
    public int inSource(int row) {
        return filtered.getSourceIndex(sorted.getSourceIndex(row));
    }

    @Override
    public int @Nullable [] order() {
        return IntStream.range(0, sorted.size()).map(this::inSource).toArray();
    }
}
