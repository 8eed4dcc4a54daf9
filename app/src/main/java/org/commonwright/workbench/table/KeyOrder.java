package org.commonwright.workbench.table;

import java.util.Comparator;
import java.util.function.Function;

/// An order of rows by one thing about each of them, so that whoever sorts many can ask each row once and not at each
/// comparison.
///
/// @param key what a row is sorted by
/// @param keys the order of that
public record KeyOrder<T, K>(Function<T, K> key, Comparator<? super K> keys) implements Comparator<T> {
    @Override
    public int compare(T a, T b) {
        return keys.compare(key.apply(a), key.apply(b));
    }

    @Override
    public KeyOrder<T, K> reversed() {
        return new KeyOrder<>(key, keys.reversed());
    }
}
