package org.commonwright.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.diff.CellConflict;
import org.commonwright.bom.diff.MergeResult;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.CellValue;
import org.commonwright.bom.edit.Edit;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// One bill of materials in a merge: the merged document, which says what ours says wherever a person has to decide, and the
/// decisions as edits of it.
final class BomFileMerge {
    private final MergeResult result;
    private final List<MergeConflict> conflicts = new ArrayList<>();

    BomFileMerge(RepoPath file, MergeResult result) {
        this.result = result;
        for (CellConflict cell : result.conflicts()) {
            conflicts.add(new MergeConflict.Cell(file, conflicts.size(), cell));
        }
    }

    List<MergeConflict> conflicts() {
        return conflicts;
    }

    byte[] resolved(Map<MergeConflict, Resolution> choices) {
        BomDocument document = result.merged();
        List<CellValue> cells = new ArrayList<>();
        List<CellConflict> gone = new ArrayList<>();
        for (MergeConflict conflict : conflicts) {
            CellConflict cell = ((MergeConflict.Cell) conflict).cell();
            Resolution choice = choices.get(conflict);
            if (!cell.cell().isEmpty()) {
                document = cell(document, cells, cell, choice);
            } else if (takesRowOut(cell, choice)) {
                gone.add(cell);
            }
        }
        BomDocument written = written(document, cells);
        return without(written, gone).bytes();
    }

    /// By rows: what was written into a cell may have made its row a total, which is no line.
    private static BomDocument without(BomDocument document, List<CellConflict> gone) {
        Set<Integer> rows = gone.stream().map(row -> row.row() - 1).collect(Collectors.toSet());
        List<CsvRow> all = document.text().rows();
        return document.withRows(
                IntStream.range(0, all.size()).filter(i -> !rows.contains(i)).mapToObj(all::get).toList());
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
        return told.isPresent() && Arrays.equals(resolved(told.get()), bytes)
                || new Retold(conflicts, this::resolved, bytes, watch).isPossible();
    }

    /// The row of a conflict as it will stand in the file; empty when it will be gone. What is not decided says what ours says.
    String row(CellConflict at, Map<MergeConflict, Resolution> choices) {
        BomDocument document = result.merged();
        List<CellValue> cells = new ArrayList<>();
        for (MergeConflict conflict : conflicts) {
            CellConflict cell = ((MergeConflict.Cell) conflict).cell();
            Resolution choice = choices.getOrDefault(conflict, new Resolution.Ours());
            if (cell.row() == at.row() && cell.cell().isEmpty() && takesRowOut(cell, choice)) {
                return "";
            } else if (cell.row() == at.row() && !cell.cell().isEmpty()) {
                document = cell(document, cells, cell, choice);
            }
        }
        return written(document, cells).text().rows().get(at.row() - 1).text();
    }

    /// The merged document keeps a row that one side changed and the other took out.
    private static boolean takesRowOut(CellConflict row, Resolution choice) {
        return row.ours() == null && choice instanceof Resolution.Ours
                || row.theirs() == null && choice instanceof Resolution.Theirs;
    }

    /// One step for all cells: each step makes the whole list anew.
    private static BomDocument written(BomDocument document, List<CellValue> cells) {
        return document.apply(new Edit.SetCells(Messages.Key.of("bom.step-set-cell", cells.size()), cells));
    }

    /// Adds what a decision writes into a cell, as it stands in the document that is returned; it has the columns that this needs.
    private static BomDocument cell(BomDocument document, List<CellValue> cells, CellConflict cell,
            Resolution choice) {
        String value = switch (choice) {
            case Resolution.Ours _ -> cell.ours();
            case Resolution.Theirs _ -> cell.theirs();
            case Resolution.Value(String text) -> text;
        };
        if (value == null || value.equals(cell.ours())) {
            return document;
        }
        if (cell.part().isEmpty() && cell.column() >= 0) {
            return document.apply(new Edit.RenameColumn(cell.column(), value));
        }
        int column = cell.column();
        BomDocument wide = document;
        if (column < 0) {
            // Ours took the column out; theirs wrote into it, and that is wanted.
            column = document.columns().indexOf(cell.cell());
            if (column < 0) {
                column = document.columns().size();
                wide = document.apply(new Edit.AddColumn(column, cell.cell()));
            }
        }
        cells.add(new CellValue(wide.lineAt(cell.row()), column, value));
        return wide;
    }
}
