package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.diff.Merging.At;
import org.commonwright.bom.edit.BomDocument;

/// Writes the rows of a merge, in one pass over ours.
final class MergedRows {
    /// From here on a column number means a new column.
    static final int NEW = 1 << 20;

    private final Side ours;
    private final Side theirs;
    private final MergeChanges changes;
    private final Asides asides;
    private final Map<Integer, Integer> rowOfOurs = new HashMap<>();
    private final Map<Integer, Integer> rowOfTheirs = new HashMap<>();
    private final List<CsvRow> out = new ArrayList<>();
    private int headerRow;

    /// A row that comes from theirs.
    ///
    /// @param line of theirs; -1 for a comment
    private record Incoming(CsvRow row, int line) {}

    MergedRows(Side ours, Side theirs, MergeChanges changes, Asides asides) {
        this.ours = ours;
        this.theirs = theirs;
        this.changes = changes;
        this.asides = asides;
    }

    List<CsvRow> write(List<At> rows) {
        Map<Integer, List<Incoming>> incoming = incoming(rows);
        BomDocument document = ours.document();
        List<CsvRow> all = document.text().rows();
        emit(incoming.getOrDefault(-1, List.of()));
        for (int i = 0; i < all.size(); i++) {
            CsvRow row = all.get(i);
            int line = document.lineAt(i + 1);
            if (i == document.headerRow()) {
                out.add(header(row));
                headerRow = out.size();
            } else if (line >= 0) {
                if (!changes.deleted().contains(line)) {
                    out.add(line(line, row));
                    rowOfOurs.put(line, out.size());
                }
            } else if (!asides.goes(row)) {
                out.add(row);
            }
            emit(incoming.getOrDefault(i, List.of()));
        }
        return out;
    }

    /// The row, from 1, where a line of ours stands in the result; 0 when it is gone.
    int rowOfOurs(int line) {
        return rowOfOurs.getOrDefault(line, 0);
    }

    /// The row, from 1, where a line that came from theirs stands in the result.
    int rowOfTheirs(int line) {
        return rowOfTheirs.getOrDefault(line, 0);
    }

    int headerRow() {
        return headerRow;
    }

    private void emit(List<Incoming> rows) {
        for (Incoming one : rows) {
            out.add(one.row);
            if (one.line >= 0) {
                rowOfTheirs.put(one.line, out.size());
            }
        }
    }

    private CsvRow header(CsvRow row) {
        CsvRow now = row;
        for (Map.Entry<Integer, String> rename : changes.headers().entrySet()) {
            now = now.with(rename.getKey(), rename.getValue());
        }
        int at = ours.headers();
        for (int column : changes.added()) {
            now = now.withInserted(at++, theirs.header(column));
        }
        return withoutDropped(now);
    }

    private CsvRow line(int line, CsvRow row) {
        Map<Integer, String> writes = changes.writes().getOrDefault(line, Map.of());
        CsvRow now = row;
        boolean fills = false;
        for (Map.Entry<Integer, String> write : writes.entrySet()) {
            if (write.getKey() < NEW) {
                now = now.with(write.getKey(), write.getValue());
            } else {
                fills = true;
            }
        }
        if (fills || now.size() > ours.headers()) {
            for (int k = 0; k < changes.added().size(); k++) {
                now = now.withInserted(ours.headers() + k, writes.getOrDefault(NEW + k, ""));
            }
        }
        return withoutDropped(now);
    }

    private CsvRow withoutDropped(CsvRow row) {
        CsvRow now = row;
        for (int column : changes.dropped().stream().sorted(Comparator.reverseOrder()).toList()) {
            now = now.without(column);
        }
        return now;
    }

    /// What comes from theirs, by the row of ours (among all rows) that it stands behind.
    private Map<Integer, List<Incoming>> incoming(List<At> rows) {
        Map<Integer, Integer> partner = new HashMap<>();
        rows.stream().filter(r -> r.ours() >= 0 && r.theirs() >= 0).forEach(r -> partner.put(r.theirs(), r.ours()));
        Map<Integer, List<Incoming>> incoming = new HashMap<>();
        BomDocument document = theirs.document();
        List<CsvRow> all = document.text().rows();
        int behind = ours.document().headerRow() - 1;
        for (int i = 0; i < all.size(); i++) {
            int line = document.lineAt(i + 1);
            if (i == document.headerRow()) {
                behind = ours.document().headerRow();
            } else if (line >= 0 && partner.containsKey(line)) {
                behind = ours.document().rowIndex(partner.get(line));
            } else if (line >= 0 && changes.inserted().contains(line)) {
                incoming.computeIfAbsent(behind, _ -> new ArrayList<>()).add(new Incoming(fromTheirs(line), line));
            } else if (line < 0 && asides.comes(all.get(i))) {
                incoming.computeIfAbsent(behind, _ -> new ArrayList<>()).add(new Incoming(
                        CsvRow.raw(all.get(i).text(), delimiter(), ours.document().text().ending()), -1));
            }
        }
        return incoming;
    }

    private CsvRow fromTheirs(int line) {
        CsvRow row = theirs.document().row(line);
        String ending = ours.document().text().ending();
        if (isSameTable()) {
            return CsvRow.raw(row.text(), delimiter(), ending);
        }
        List<String> values = new ArrayList<>(Collections.nCopies(ours.headers() + changes.added().size(), ""));
        for (int column = 0; column < theirs.width(); column++) {
            int to = changes.theirsToResult().getOrDefault(column, -1);
            int at = to >= NEW ? ours.headers() + to - NEW : beyondAdded(to);
            String value = theirs.cell(line, column);
            if (at >= 0 && !value.isEmpty()) {
                while (values.size() <= at) {
                    values.add("");
                }
                values.set(at, value);
            }
        }
        return withoutDropped(CsvRow.of(values, delimiter(), ending));
    }

    /// Where a column of ours stands once columns are added: those beyond the last header stand behind them.
    int beyondAdded(int column) {
        return column >= ours.headers() ? column + changes.added().size() : column;
    }

    /// Whether a row of theirs can stand in the result as it is written there.
    private boolean isSameTable() {
        boolean same = changes.added().isEmpty() && changes.dropped().isEmpty()
                && delimiter() == theirs.document().text().delimiter() && ours.headers() == theirs.headers();
        for (int column = 0; same && column < theirs.width(); column++) {
            same = changes.theirsToResult().getOrDefault(column, -1) == column;
        }
        return same;
    }

    private char delimiter() {
        return ours.document().text().delimiter();
    }
}
