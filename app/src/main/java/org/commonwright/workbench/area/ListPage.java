package org.commonwright.workbench.area;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// So many of a long list as are shown at once.
///
/// @param all the whole list
/// @param from where the page begins, counted from 0
/// @param most how many one page has
public record ListPage<T>(List<T> all, int from, int most) {
    public ListPage {
        if (most < 1) {
            throw new IllegalArgumentException("A page has at least one entry, not " + most);
        }
    }

    public static <T> ListPage<T> first(List<T> all, int most) {
        return new ListPage<>(List.copyOf(all), 0, most);
    }

    public List<T> shown() {
        return all.subList(from, to());
    }

    /// Behind its last one.
    public int to() {
        return Math.min(from + most, all.size());
    }

    public boolean isAll() {
        return all.size() <= most;
    }

    public boolean isFirst() {
        return from == 0;
    }

    public boolean isLast() {
        return to() == all.size();
    }

    /// Whether one of the list stands on this page.
    ///
    /// @param index where it stands in the whole list, from 0
    public boolean has(int index) {
        return index >= from && index < to();
    }

    /// The page that one of the list stands on.
    public ListPage<T> with(int index) {
        return new ListPage<>(all, index - index % most, most);
    }

    /// The page at the end.
    public ListPage<T> last() {
        return with(Math.max(0, all.size() - 1));
    }

    /// The first one that is left to decide after another, from the beginning again behind the end; when none is left, the next.
    ///
    /// @param here counted from 0; -1 before the first
    /// @return where it stands in the whole list, which is not empty
    public int next(int here, Predicate<T> decided) {
        return IntStream.rangeClosed(1, all.size()).map(i -> Math.floorMod(here + i, all.size()))
                .filter(i -> !decided.test(all.get(i))).findFirst().orElse(Math.floorMod(here + 1, all.size()));
    }
}
