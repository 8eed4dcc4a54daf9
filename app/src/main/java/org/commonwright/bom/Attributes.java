package org.commonwright.bom;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A line's further cells, in the order of the file. They are few, and there are lines by the million: names and values in one
/// array take a quarter of what a hash table takes, and looking through them costs no more.
final class Attributes extends AbstractMap<String, String> implements SequencedMap<String, String> {
    static final Attributes NONE = new Attributes(new String[0]);

    /// Names and values in turn.
    private final String[] pairs;

    private Attributes(String[] pairs) {
        this.pairs = pairs;
    }

    static Attributes of(SequencedMap<String, String> map) {
        if (map instanceof Attributes known) {
            return known;
        }
        if (map.isEmpty()) {
            return NONE;
        }
        String[] pairs = new String[2 * map.size()];
        int at = 0;
        for (Entry<String, String> entry : map.entrySet()) {
            pairs[at++] = entry.getKey();
            pairs[at++] = entry.getValue();
        }
        return new Attributes(pairs);
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        int at = at(name);
        return at < 0 ? null : pairs[at + 1];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return at(name) >= 0;
    }

    @Override
    public SequencedMap<String, String> reversed() {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(this).reversed());
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return pairs.length / 2;
            }

            @Override
            public Iterator<Entry<String, String>> iterator() {
                return entries();
            }
        };
    }

    private Iterator<Entry<String, String>> entries() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < pairs.length;
            }

            @Override
            public Entry<String, String> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                next += 2;
                return new SimpleImmutableEntry<>(pairs[next - 2], pairs[next - 1]);
            }
        };
    }

    private int at(@Nullable Object name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
