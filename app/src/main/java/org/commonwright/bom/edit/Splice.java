package org.commonwright.bom.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonwright.bom.csv.CsvRow;

/// What an edit does to the rows of a file: at `from`, the rows `before` become the rows `after`.
record Splice(int from, List<CsvRow> before, List<CsvRow> after) {
    Splice {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static Splice replace(List<CsvRow> rows, int at, CsvRow row) {
        return new Splice(at, List.of(rows.get(at)), List.of(row));
    }

    /// What puts `added` in the place of `removed` rows from `at` on, without looking at the others.
    ///
    /// @param added each with a line end
    static Splice at(List<CsvRow> rows, int at, int removed, List<CsvRow> added, String ending) {
        boolean atOpenEnd = at + removed == rows.size() && !rows.isEmpty() && rows.getLast().ending().isEmpty();
        if (atOpenEnd) {
            List<CsvRow> target = new ArrayList<>(rows.subList(0, at));
            target.addAll(added);
            return between(rows, target, ending);
        }
        return new Splice(at, rows.subList(at, at + removed), added);
    }

    Splice inverse() {
        return new Splice(from, after, before);
    }

    boolean isNothing() {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            CsvRow a = before.get(i);
            CsvRow b = after.get(i);
            if (!a.text().equals(b.text()) || !a.ending().equals(b.ending())) {
                return false;
            }
        }
        return true;
    }

    List<CsvRow> on(List<CsvRow> rows) {
        // Copied as arrays: an edit of one cell among a million rows is felt otherwise.
        CsvRow[] all = rows.toArray(new CsvRow[0]);
        int behind = from + before.size();
        CsvRow[] out = before.size() == after.size() ? all : new CsvRow[all.length + after.size() - before.size()];
        if (out != all) {
            System.arraycopy(all, 0, out, 0, from);
            System.arraycopy(all, behind, out, from + after.size(), all.length - behind);
        }
        for (int i = 0; i < after.size(); i++) {
            out[from + i] = after.get(i);
        }
        return Arrays.asList(out);
    }

    /// The smallest splice that turns `rows` into `target`, with the line ends put right: only the last row may have none, and
    /// it has none exactly when the last of `rows` had none.
    static Splice between(List<CsvRow> rows, List<CsvRow> target, String ending) {
        List<CsvRow> ended = new ArrayList<>(target);
        boolean open = !rows.isEmpty() && rows.getLast().ending().isEmpty();
        for (int i = 0; i < ended.size(); i++) {
            boolean last = i == ended.size() - 1;
            CsvRow row = ended.get(i);
            if (last && open) {
                ended.set(i, row.withEnding(""));
            } else if (row.ending().isEmpty()) {
                ended.set(i, row.withEnding(ending));
            }
        }
        int same = Math.min(rows.size(), ended.size());
        int head = 0;
        while (head < same && rows.get(head) == ended.get(head)) {
            head++;
        }
        int tail = 0;
        while (tail < same - head && rows.get(rows.size() - 1 - tail) == ended.get(ended.size() - 1 - tail)) {
            tail++;
        }
        return new Splice(head, rows.subList(head, rows.size() - tail), ended.subList(head, ended.size() - tail));
    }
}
