package org.commonwright.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.diff.CellConflict;
import org.commonwright.bom.diff.MergeResult;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.CellsByRow;
import org.commonwright.error.Fault;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// One bill of materials in a merge: the merged document, which says what ours says wherever a person has to decide, and the
/// decisions as edits of it.
final class BomFileMerge {
    private final MergeResult result;
    private final List<MergeConflict> conflicts = new ArrayList<>();
    private final Map<Integer, List<MergeConflict>> byRow = new HashMap<>();
    /// Those that say how columns are called, or bring one back.
    private final List<MergeConflict> ofColumns = new ArrayList<>();

    BomFileMerge(RepoPath file, MergeResult result) {
        this.result = result;
        for (CellConflict cell : result.conflicts()) {
            var conflict = new MergeConflict.Cell(file, conflicts.size(), cell);
            conflicts.add(conflict);
            byRow.computeIfAbsent(cell.row(), _ -> new ArrayList<>()).add(conflict);
            if (!cell.cell().isEmpty() && (cell.column() < 0 || cell.row() - 1 == result.merged().headerRow())) {
                ofColumns.add(conflict);
            }
        }
    }

    List<MergeConflict> conflicts() {
        return conflicts;
    }

    /// @throws Fault `bom.header-lost`, and what [BomDocument#bytes] throws
    byte[] resolved(Map<MergeConflict, Resolution> choices) {
        var cells = new CellsByRow(result.merged());
        Set<Integer> gone = new HashSet<>();
        for (MergeConflict conflict : conflicts) {
            CellConflict cell = ((MergeConflict.Cell) conflict).cell();
            Resolution choice = choices.get(conflict);
            if (!cell.cell().isEmpty()) {
                write(cells, cell, choice);
            } else if (takesRowOut(cell, choice)) {
                gone.add(cell.row() - 1);
            }
        }
        List<CsvRow> all = cells.rows();
        return result.merged().withRows(
                IntStream.range(0, all.size()).filter(i -> !gone.contains(i)).mapToObj(all::get).toList()).bytes();
    }

    /// @return nothing where nobody could have chosen so
    private byte[] tried(Map<MergeConflict, Resolution> choices) {
        try {
            return resolved(choices);
        } catch (Fault _) {
            return new byte[0];
        }
    }

    /// Whether the file can say this when each conflict is settled as one of the sides, or their common ancestor, has it.
    boolean canSay(byte[] bytes, Progress watch) {
        CsvText said;
        try {
            said = CsvText.parse(result.merged().file(), bytes);
        } catch (Fault _) {
            // What is no table has not come of two tables.
            return false;
        }
        boolean alike = said.delimiter() == result.merged().text().delimiter();
        var told = new ToldChoices(result.merged(), conflicts).in(said);
        boolean certain = alike
                && conflicts.stream().noneMatch(c -> c instanceof MergeConflict.Cell(_, _, var cell)
                        && (cell.cell().isEmpty() || cell.row() == 0));
        if (told.isEmpty() && certain) {
            return false;
        }
        return told.isPresent() && Arrays.equals(tried(told.get()), bytes)
                || new Retold(conflicts, this::tried, bytes, watch).isPossible();
    }

    /// The row of a conflict as it will stand in the file; empty when it will be gone. What is not decided says what ours says.
    String row(CellConflict at, Map<MergeConflict, Resolution> choices) {
        var cells = new CellsByRow(result.merged());
        List<MergeConflict> here = byRow.getOrDefault(at.row(), List.of());
        for (MergeConflict conflict : Stream.concat(ofColumns.stream(), here.stream()).toList()) {
            CellConflict cell = ((MergeConflict.Cell) conflict).cell();
            Resolution choice = choices.getOrDefault(conflict, new Resolution.Ours());
            if (!cell.cell().isEmpty()) {
                write(cells, cell, choice);
            } else if (takesRowOut(cell, choice)) {
                return "";
            }
        }
        return cells.row(at.row() - 1).text();
    }

    /// The merged document keeps a row that one side changed and the other took out.
    private static boolean takesRowOut(CellConflict row, Resolution choice) {
        return row.ours() == null && choice instanceof Resolution.Ours
                || row.theirs() == null && choice instanceof Resolution.Theirs;
    }

    /// Adds what a decision writes into a cell, with the column that this needs.
    private static void write(CellsByRow cells, CellConflict cell, Resolution choice) {
        String value = switch (choice) {
            case Resolution.Ours _ -> cell.ours();
            case Resolution.Theirs _ -> cell.theirs();
            case Resolution.Value(String text) -> text;
        };
        if (value == null && cell.ours() != null && cell.column() >= 0) {
            // Theirs took the column out: what ours wrote into it goes.
            cells.set(cell.row() - 1, cell.column(), "");
        } else if (value != null && !value.equals(cell.ours())) {
            // Where ours took the column out, theirs wrote into it, and that is wanted.
            int column = cell.column() < 0 ? cells.column(cell.cell()) : cell.column();
            cells.set(cell.row() - 1, column, value);
        }
    }
}
