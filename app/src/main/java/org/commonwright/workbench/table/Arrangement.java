package org.commonwright.workbench.table;

import java.util.Comparator;
import java.util.function.Predicate;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which rows of a table are in sight, and in which order.
interface Arrangement<T> {
    /// The rows in sight.
    ObservableList<T> rows();

    /// @param wanted null for all
    void filter(@Nullable Predicate<T> wanted);

    /// @param order null for that of the source
    void sort(@Nullable Comparator<T> order);

    /// The place in sight of a row of the source; negative when it is not in sight.
    int inSight(int source);

    /// The place in the source of a row in sight.
    int inSource(int row);

    /// For each row in sight its place in the source; null for all in the source's order.
    int @Nullable [] order();
}
