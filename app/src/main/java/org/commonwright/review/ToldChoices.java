package org.commonwright.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.diff.CellConflict;
import org.commonwright.bom.edit.BomDocument;
import org.jspecify.annotations.Nullable;

/// Reads from a merged bill of materials what was chosen at each conflict: every cell in question says it itself. Whether the
/// file is then what these choices make of it is for the merge to say.
final class ToldChoices {
    private final BomDocument merged;
    private final List<MergeConflict> conflicts;

    /// @param merged the document as it is before a choice, every row in question in it
    /// @param conflicts those of cells
    ToldChoices(BomDocument merged, List<MergeConflict> conflicts) {
        this.merged = merged;
        this.conflicts = conflicts;
    }

    /// @return empty when a cell says what neither side nor their common ancestor says. Certain where no row is in question;
    ///         rows that say the same can be taken for each other
    Optional<Map<MergeConflict, Resolution>> in(CsvText said) {
        var choices = new HashMap<MergeConflict, Resolution>();
        int[] gone = goneBefore(said, choices);
        for (MergeConflict conflict : conflicts) {
            CellConflict cell = ((MergeConflict.Cell) conflict).cell();
            if (!cell.cell().isEmpty()) {
                Optional<Resolution> choice = choice(said, cell, gone);
                if (choice.isEmpty()) {
                    return Optional.empty();
                }
                choices.put(conflict, choice.get());
            }
        }
        return Optional.of(choices);
    }

    /// @return for each row of the merged document how many above it are gone
    private int[] goneBefore(CsvText said, Map<MergeConflict, Resolution> choices) {
        Map<Integer, MergeConflict> rows = new HashMap<>();
        Map<Integer, Set<Integer>> open = new HashMap<>();
        for (MergeConflict conflict : conflicts) {
            CellConflict cell = ((MergeConflict.Cell) conflict).cell();
            if (cell.cell().isEmpty()) {
                rows.put(cell.row() - 1, conflict);
            } else {
                open.computeIfAbsent(cell.row() - 1, _ -> new HashSet<>()).add(cell.column());
            }
        }
        List<CsvRow> all = merged.text().rows();
        int[] gone = new int[all.size() + 1];
        for (int row = 0; row < all.size(); row++) {
            MergeConflict asked = rows.get(row);
            boolean stays = asked == null || isThere(said, row - gone[row], all.get(row),
                    open.getOrDefault(row, Set.of()));
            gone[row + 1] = gone[row] + (stays ? 0 : 1);
            if (asked instanceof MergeConflict.Cell(_, _, var cell)) {
                choices.put(asked,
                        stays == (cell.ours() != null) ? new Resolution.Ours() : new Resolution.Theirs());
            }
        }
        return gone;
    }

    private static boolean isThere(CsvText said, int at, CsvRow row, Set<Integer> open) {
        if (at >= said.rows().size()) {
            return false;
        }
        CsvRow there = said.rows().get(at);
        for (int i = 0; i < row.size(); i++) {
            if (!open.contains(i) && !there.value(i).equals(row.value(i))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Resolution> choice(CsvText said, CellConflict cell, int[] gone) {
        int row = cell.row() - 1;
        boolean header = cell.part().isEmpty() && cell.column() >= 0;
        int headers = merged.headerRow();
        int column = cell.column() >= 0 ? cell.column() : column(said, headers - gone[headers], cell.cell());
        if (column < 0 || row < 0 || gone[row + 1] > gone[row]) {
            return Optional.of(new Resolution.Ours());
        }
        int at = header ? headers - gone[headers] : row - gone[row];
        String value = at < said.rows().size() ? said.rows().get(at).value(column).strip() : "";
        if (value.equals(merged.text().rows().get(row).value(column).strip()) || is(value, cell.ours())) {
            return Optional.of(new Resolution.Ours());
        }
        if (is(value, cell.theirs())) {
            return Optional.of(new Resolution.Theirs());
        }
        return is(value, cell.base()) ? Optional.of(new Resolution.Value(cell.base())) : Optional.empty();
    }

    private static boolean is(String value, @Nullable String side) {
        return side != null && side.strip().equals(value);
    }

    private static int column(CsvText said, int header, String name) {
        if (header >= said.rows().size()) {
            return -1;
        }
        List<String> names = said.rows().get(header).values();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).strip().equals(name.strip())) {
                return i;
            }
        }
        return -1;
    }
}
