package org.commonwright.workbench.review;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// So many of a long list as are shown at once, all of them with what one decides with.
///
/// @param all the whole list
/// @param from where the page begins, counted from 0
record ConflictPage<T>(List<T> all, int from) {
    static final int MOST = 40;

    static <T> ConflictPage<T> first(List<T> all) {
        return new ConflictPage<>(List.copyOf(all), 0);
    }

    List<T> shown() {
        return all.subList(from, to());
    }

    /// Behind its last one.
    int to() {
        return Math.min(from + MOST, all.size());
    }

    boolean isAll() {
        return all.size() <= MOST;
    }

    boolean isFirst() {
        return from == 0;
    }

    boolean isLast() {
        return to() == all.size();
    }

    /// The page that one of the list stands on.
    ConflictPage<T> with(int index) {
        return new ConflictPage<>(all, index - index % MOST);
    }

    /// The first one that is left to decide after another, from the beginning again behind the end; when none is left, the next.
    ///
    /// @param here counted from 0; -1 before the first
    /// @return where it stands in the whole list, which is not empty
    int next(int here, Predicate<T> decided) {
        return IntStream.rangeClosed(1, all.size()).map(i -> Math.floorMod(here + i, all.size()))
                .filter(i -> !decided.test(all.get(i))).findFirst().orElse(Math.floorMod(here + 1, all.size()));
    }
}
