package org.commonwright.bom.diff;

import java.util.HashMap;
import java.util.Map;
import org.commonwright.bom.edit.BomDocument;

/// Pairs rows with the same characters under the same headers, equal ones in order: most rows of most changes, and nothing about
/// them has to be read for it.
final class SameRows {
    private SameRows() {}

    /// @return a matching in which rows are free whose characters the other side does not have
    static Matching match(BomDocument a, BomDocument b) {
        Matching matching = Matching.none(a.size(), b.size());
        if (!isComparable(a, b)) {
            return matching;
        }
        int from = 0;
        while (from < a.size() && from < b.size() && a.row(from).text().equals(b.row(from).text())) {
            matching.pair(from, from);
            from++;
        }
        Map<String, Integer> first = HashMap.newHashMap(b.size() - from);
        int[] next = new int[b.size()];
        for (int j = b.size() - 1; j >= from; j--) {
            Integer later = first.put(b.row(j).text(), j);
            next[j] = later == null ? -1 : later;
        }
        for (int i = from; i < a.size(); i++) {
            Integer j = first.getOrDefault(a.row(i).text(), -1);
            if (j >= 0) {
                matching.pair(i, j);
                first.put(a.row(i).text(), next[j]);
            }
        }
        return matching;
    }

    /// Whether the same characters say the same on both sides.
    static boolean isComparable(BomDocument a, BomDocument b) {
        return a.text().delimiter() == b.text().delimiter() && a.columns().equals(b.columns())
                && a.columnKeys().equals(b.columnKeys());
    }
}
