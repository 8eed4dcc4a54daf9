package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.edit.BomDocument;

/// What changed between two revisions of a bill of materials, by part and cell. Other order or names of columns, other quotes,
/// `2` against `2.0`: no change. Rows in another order are told, and are no change either.
///
/// @param added lines of the later revision only
/// @param removed lines of the earlier revision only
/// @param changed every cell that says something else
/// @param moved the fewest rows whose moving explains the later order
/// @param resourced parts that come from elsewhere; their cells are among `changed` too
/// @param alternates what rows gained and lost; their cells are among `changed` too
public record BomDiff(List<BomLine> added, List<BomLine> removed, List<CellChange> changed, List<MovedRow> moved,
        List<SourceChange> resourced, List<AlternatesChange> alternates) {
    public BomDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        moved = List.copyOf(moved);
        resourced = List.copyOf(resourced);
        alternates = List.copyOf(alternates);
    }

    /// Whether both mean the same; rows may stand in another order.
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && alternates.isEmpty();
    }

    /// The changed cells that are not told as a part's new source or as its alternates.
    public List<CellChange> otherCells() {
        Set<CellChange> told = new HashSet<>();
        resourced.forEach(source -> told.addAll(source.cells()));
        alternates.forEach(change -> told.addAll(change.cells()));
        return changed.stream().filter(cell -> !told.contains(cell)).toList();
    }

    public static BomDiff between(BomDocument before, BomDocument after) {
        List<RowId> a = RowId.of(before);
        List<RowId> b = RowId.of(after);
        Matching rows = SameRows.match(before, after);
        boolean comparable = SameRows.isComparable(before, after);
        RowMatcher.match(a, b, rows);
        Matching columns = ColumnMatcher.match(before, after, rows);
        var changes = new RowChanges(before, after, columns);
        for (int j = 0; j < b.size(); j++) {
            int i = rows.toA()[j];
            if (i >= 0 && !(comparable && before.row(i).text().equals(after.row(j).text()))) {
                changes.add(i, a.get(i), j, b.get(j));
            }
        }
        return new BomDiff(free(b, rows.toA()), free(a, rows.toB()), changes.cells,
                MovedRows.of(before, after, rows, b), changes.sources, changes.alternates);
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
