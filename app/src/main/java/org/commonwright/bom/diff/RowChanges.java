package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.model.Quantity;

/// What rows that both revisions have say differently: cells, and what these cells mean together.
final class RowChanges {
    private final BomDocument before;
    private final BomDocument after;
    private final Matching columns;
    private final List<String> keysBefore;
    private final List<String> keysAfter;
    private final SourceColumns sourcesBefore;
    private final SourceColumns sourcesAfter;
    final List<CellChange> cells = new ArrayList<>();
    final List<SourceChange> sources = new ArrayList<>();
    final List<AlternatesChange> alternates = new ArrayList<>();

    RowChanges(BomDocument before, BomDocument after, Matching columns) {
        this.before = before;
        this.after = after;
        this.columns = columns;
        this.keysBefore = before.columnKeys();
        this.keysAfter = after.columnKeys();
        this.sourcesBefore = new SourceColumns(before);
        this.sourcesAfter = new SourceColumns(after);
    }

    /// Compares line `i` of before with line `j` of after.
    void add(int i, RowId a, int j, RowId b) {
        int number = after.rowNumber(j);
        List<CellChange> moved = new ArrayList<>(0);
        List<CellChange> listed = new ArrayList<>(0);
        for (int column = 0; column < columns.toA().length; column++) {
            int was = columns.toA()[column];
            String old = was < 0 ? "" : before.cell(i, was);
            String now = after.cell(j, column);
            if (!old.equals(now) && !isSame(keysAfter, column, a, b, was < 0, sourcesAfter)) {
                var change = new CellChange(b.part(), ColumnMatcher.header(after, column), old, now, number);
                cells.add(change);
                sort(change, column, sourcesAfter, moved, listed);
            }
        }
        for (int column = 0; column < columns.toB().length; column++) {
            String old = columns.isFreeA(column) ? before.cell(i, column) : "";
            if (!old.isEmpty() && !isSame(keysBefore, column, a, b, true, sourcesBefore)) {
                var change = new CellChange(b.part(), ColumnMatcher.header(before, column), old, "", number);
                cells.add(change);
                sort(change, column, sourcesBefore, moved, listed);
            }
        }
        if (!moved.isEmpty()) {
            sources.add(new SourceChange(b.part(), number, moved));
        }
        if (a.line() != null && b.line() != null && !a.line().alternates().equals(b.line().alternates())) {
            var changed = AlternatesChange.between(a.line(), b.line(), listed);
            if (!changed.isEmpty()) {
                alternates.add(changed);
            }
        }
    }

    private static void sort(CellChange change, int column, SourceColumns sources, List<CellChange> moved,
            List<CellChange> listed) {
        if (sources.isSource(column)) {
            moved.add(change);
        } else if (sources.isAlternates(column)) {
            listed.add(change);
        }
    }

    /// Whether cells that are written differently mean the same: an amount in another way, a kind or unit that goes without saying,
    /// the same alternates with other signs between them.
    private static boolean isSame(List<String> keys, int column, RowId a, RowId b, boolean alone,
            SourceColumns sources) {
        BomLine before = a.line();
        BomLine after = b.line();
        if (column >= keys.size() || before == null || after == null) {
            return false;
        }
        String key = keys.get(column);
        Quantity then = before.quantity();
        Quantity now = after.quantity();
        boolean amount = key.equals(Column.QUANTITY.header()) || key.equals(Column.UNIT.header());
        if (amount && then != null && then.equals(now)
                || sources.isAlternates(column) && before.alternates().equals(after.alternates())) {
            return true;
        }
        return alone && (key.equals(Column.KIND.header()) && before.kind() == after.kind()
                || key.equals(Column.UNIT.header()) && then != null && now != null && then.unit() == now.unit());
    }
}
