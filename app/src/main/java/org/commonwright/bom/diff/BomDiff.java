package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.model.Quantity;

/// What changed between two revisions of a bill of materials, by part and cell. Other order of rows, other order or names of
/// columns, other quotes, `2` against `2.0`: no change.
///
/// @param added lines of the later revision only
/// @param removed lines of the earlier revision only
public record BomDiff(List<BomLine> added, List<BomLine> removed, List<CellChange> changed) {
    public BomDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    public static BomDiff between(BomDocument before, BomDocument after) {
        List<RowId> a = RowId.of(before);
        List<RowId> b = RowId.of(after);
        Matching rows = RowMatcher.match(a, b);
        Matching columns = ColumnMatcher.match(before, after, rows);
        List<CellChange> changed = new ArrayList<>();
        for (int j = 0; j < b.size(); j++) {
            int i = rows.toA()[j];
            if (i >= 0) {
                cells(before, i, a.get(i), after, j, b.get(j), columns, changed);
            }
        }
        return new BomDiff(free(b, rows.toA()), free(a, rows.toB()), changed);
    }

    private static void cells(BomDocument before, int i, RowId a, BomDocument after, int j, RowId b, Matching columns,
            List<CellChange> changed) {
        int number = after.rowNumber(j);
        for (int column = 0; column < columns.toA().length; column++) {
            int was = columns.toA()[column];
            String old = was < 0 ? "" : before.cell(i, was);
            String now = after.cell(j, column);
            boolean same = isAmount(after, column) && sameAmount(a, b) || was < 0 && isImplied(after, column, a, b);
            if (!old.equals(now) && !same) {
                changed.add(new CellChange(b.part(), ColumnMatcher.header(after, column), old, now, number));
            }
        }
        for (int column = 0; column < columns.toB().length; column++) {
            String old = before.cell(i, column);
            boolean same = isAmount(before, column) && sameAmount(a, b) || isImplied(before, column, a, b);
            if (columns.isFreeA(column) && !old.isEmpty() && !same) {
                changed.add(new CellChange(b.part(), ColumnMatcher.header(before, column), old, "", number));
            }
        }
    }

    private static boolean isAmount(BomDocument document, int column) {
        List<String> keys = document.columnKeys();
        return column < keys.size() && (keys.get(column).equals(Column.QUANTITY.header())
                || keys.get(column).equals(Column.UNIT.header()));
    }

    /// Whether a column that the other side does not have says the kind or the unit that the line has there anyway.
    private static boolean isImplied(BomDocument document, int column, RowId a, RowId b) {
        List<String> keys = document.columnKeys();
        if (column >= keys.size() || a.line() == null || b.line() == null) {
            return false;
        }
        Quantity before = a.line().quantity();
        Quantity after = b.line().quantity();
        return keys.get(column).equals(Column.KIND.header()) && a.line().kind() == b.line().kind()
                || keys.get(column).equals(Column.UNIT.header()) && before != null && after != null
                        && before.unit() == after.unit();
    }

    private static boolean sameAmount(RowId a, RowId b) {
        if (a.line() == null || b.line() == null) {
            return false;
        }
        Quantity before = a.line().quantity();
        return before != null && before.equals(b.line().quantity());
    }

    private static List<BomLine> free(List<RowId> ids, int[] partners) {
        List<BomLine> lines = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] < 0 && ids.get(i).line() != null) {
                lines.add(Objects.requireNonNull(ids.get(i).line()));
            }
        }
        return lines;
    }
}
