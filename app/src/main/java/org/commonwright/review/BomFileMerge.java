package org.commonwright.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.diff.CellConflict;
import org.commonwright.bom.diff.MergeResult;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.Edit;
import org.commonwright.model.RepoPath;

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
        List<CellConflict> rows = new ArrayList<>();
        for (MergeConflict conflict : conflicts) {
            CellConflict cell = ((MergeConflict.Cell) conflict).cell();
            Resolution choice = choices.get(conflict);
            if (cell.cell().isEmpty()) {
                if (takesRowOut(cell, choice)) {
                    rows.add(cell);
                }
            } else {
                document = cell(document, cell, choice);
            }
        }
        // From the bottom, so that the rows above keep their numbers.
        rows.sort(Comparator.comparingInt(CellConflict::row).reversed());
        for (CellConflict row : rows) {
            document = document.apply(new Edit.DeleteLine(document.lineAt(row.row())));
        }
        return document.bytes();
    }

    /// The row of a conflict as it will stand in the file; empty when it will be gone. What is not decided says what ours says.
    String row(CellConflict at, Map<MergeConflict, Resolution> choices) {
        BomDocument document = result.merged();
        for (MergeConflict conflict : conflicts) {
            CellConflict cell = ((MergeConflict.Cell) conflict).cell();
            Resolution choice = choices.getOrDefault(conflict, new Resolution.Ours());
            if (cell.row() == at.row() && cell.cell().isEmpty() && takesRowOut(cell, choice)) {
                return "";
            } else if (cell.row() == at.row() && !cell.cell().isEmpty()) {
                document = cell(document, cell, choice);
            }
        }
        return document.text().rows().get(at.row() - 1).text();
    }

    /// The merged document keeps a row that one side changed and the other took out.
    private static boolean takesRowOut(CellConflict row, Resolution choice) {
        return row.ours() == null && choice instanceof Resolution.Ours
                || row.theirs() == null && choice instanceof Resolution.Theirs;
    }

    private static BomDocument cell(BomDocument document, CellConflict cell, Resolution choice) {
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
        return wide.apply(new Edit.SetCell(wide.lineAt(cell.row()), column, value));
    }
}
