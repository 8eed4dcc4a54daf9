package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.commonwright.bom.csv.CsvRow;
import org.jspecify.annotations.Nullable;

/// What Git leaves in a table whose merge nobody finished: `<<<<<<<`, our rows, `=======`, their rows, `>>>>>>>`; between ours and
/// theirs perhaps `|||||||` and the rows that both began with. Ours count, the others are set aside.
record ConflictMarkers(List<Conflict> conflicts, BitSet marks, BitSet others) {
    static final ConflictMarkers NONE = new ConflictMarkers(List.of(), new BitSet(), new BitSet());

    /// One conflict, from its first marker to its last; indices from 0.
    record Conflict(int first, int last) {}

    static ConflictMarkers of(List<CsvRow> rows) {
        @Nullable
        ConflictMarkers found = null;
        for (int i = 0; i < rows.size(); i++) {
            if (isMark(rows.get(i), '<')) {
                Conflict conflict = from(rows, i);
                if (conflict != null) {
                    found = found == null
                            ? new ConflictMarkers(new ArrayList<>(), new BitSet(), new BitSet())
                            : found;
                    found.add(rows, conflict);
                    i = conflict.last;
                }
            }
        }
        return found == null ? NONE : found;
    }

    private static @Nullable Conflict from(List<CsvRow> rows, int first) {
        boolean parted = false;
        for (int i = first + 1; i < rows.size() && !isMark(rows.get(i), '<'); i++) {
            parted |= isMark(rows.get(i), '=');
            if (parted && isMark(rows.get(i), '>')) {
                return new Conflict(first, i);
            }
        }
        return null;
    }

    private void add(List<CsvRow> rows, Conflict conflict) {
        conflicts.add(conflict);
        boolean ours = true;
        for (int i = conflict.first; i <= conflict.last; i++) {
            CsvRow row = rows.get(i);
            boolean mark = isMark(row, '<') || isMark(row, '|') || isMark(row, '=') || isMark(row, '>');
            ours &= !isMark(row, '|') && !isMark(row, '=');
            (mark ? marks : others).set(i, mark || !ours);
        }
    }

    private static boolean isMark(CsvRow row, char c) {
        String text = row.text();
        return text.length() >= 7 && text.charAt(0) == c && text.charAt(6) == c
                && text.startsWith(String.valueOf(c).repeat(7))
                && (text.length() == 7 || text.charAt(7) == ' ' || text.charAt(7) != c);
    }
}
