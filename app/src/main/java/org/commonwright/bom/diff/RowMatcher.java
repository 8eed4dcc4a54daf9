package org.commonwright.bom.diff;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds the rows of one revision in another: by part and name, by part (manufacturer and number), by name, and last by a
/// reference that both have. Where several rows have the same identity, those with the same characters belong together, then
/// in order.
final class RowMatcher {
    private final List<RowId> a;
    private final List<RowId> b;
    private final Matching matching;

    private RowMatcher(List<RowId> a, List<RowId> b, Matching matching) {
        this.a = a;
        this.b = b;
        this.matching = matching;
    }

    static Matching match(List<RowId> a, List<RowId> b) {
        return match(a, b, Matching.none(a.size(), b.size()));
    }

    /// Continues a matching: only rows that are free in it are looked at.
    static Matching match(List<RowId> a, List<RowId> b, Matching begun) {
        var matcher = new RowMatcher(a, b, begun);
        matcher.by(row -> List.of(row.key(), row.name(), row.text()));
        matcher.by(row -> List.of(row.key(), row.name()));
        matcher.by(RowId::key);
        matcher.by(row -> row.name().isEmpty() ? null : row.name());
        matcher.byReference();
        return begun;
    }

    private void by(Function<RowId, @Nullable Object> identity) {
        Map<Object, Deque<Integer>> free = new HashMap<>();
        for (int j = 0; j < b.size(); j++) {
            Object key = matching.isFreeB(j) ? identity.apply(b.get(j)) : null;
            if (key != null) {
                free.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(j);
            }
        }
        for (int i = 0; i < a.size(); i++) {
            Object key = matching.isFreeA(i) ? identity.apply(a.get(i)) : null;
            Deque<Integer> partners = key == null ? null : free.get(key);
            if (partners != null && !partners.isEmpty()) {
                matching.pair(i, partners.poll());
            }
        }
    }

    private void byReference() {
        Map<String, Integer> owner = new HashMap<>();
        for (int j = 0; j < b.size(); j++) {
            if (matching.isFreeB(j)) {
                int row = j;
                references(b.get(j)).forEach(r -> owner.put(r, row));
            }
        }
        for (int i = 0; i < a.size(); i++) {
            if (matching.isFreeA(i)) {
                for (String reference : references(a.get(i))) {
                    Integer j = owner.get(reference);
                    if (j != null && matching.isFreeB(j)) {
                        matching.pair(i, j);
                        break;
                    }
                }
            }
        }
    }

    private static List<String> references(RowId row) {
        return row.line() == null ? List.of() : row.line().references();
    }
}
