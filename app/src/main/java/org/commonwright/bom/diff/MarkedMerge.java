package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.Edit;
import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;

/// Writes a merge with its conflicts into the table, as Git does it for texts: a row that is in question stands there as ours, the
/// common ancestor and theirs have it, each with everything that is settled. Rows without a question stand as they are.
///
/// [UnfinishedMerge] reads them again.
public final class MarkedMerge {
    private BomDocument document;
    private final Map<Integer, List<CellConflict>> byRow = new HashMap<>();

    private MarkedMerge(BomDocument document) {
        this.document = document;
    }

    /// The file's bytes; without a conflict those of the merged document.
    ///
    /// @throws Fault what [BomDocument#bytes] throws
    public static byte[] bytes(MergeResult result) {
        if (result.isClean()) {
            return result.merged().bytes();
        }
        var marked = new MarkedMerge(result.merged());
        result.conflicts().forEach(marked::take);
        return marked.write();
    }

    /// What theirs wrote into a column that ours took out gets that column back, or it would stand nowhere.
    private void take(CellConflict c) {
        int column = c.column();
        if (column < 0 && !c.cell().isEmpty()) {
            column = document.columns().indexOf(c.cell());
            if (column < 0) {
                column = document.columns().size();
                document = document.apply(new Edit.AddColumn(column, c.cell()));
            }
        }
        byRow.computeIfAbsent(c.row(), _ -> new ArrayList<>())
                .add(new CellConflict(c.part(), c.cell(), c.base(), c.ours(), c.theirs(), c.row(), column));
    }

    private byte[] write() {
        CsvText text = document.text();
        List<CsvRow> rows = new ArrayList<>();
        for (int i = 0; i < text.rows().size(); i++) {
            CsvRow row = ended(text.rows().get(i), text.ending());
            List<CellConflict> conflicts = byRow.get(i + 1);
            if (conflicts == null) {
                rows.add(row);
            } else {
                rows.addAll(block(row, conflicts, text));
            }
        }
        CsvText marked = text.withRows(rows);
        if (!marked.isStable()) {
            throw new Fault("merging.open-quote", document.file());
        }
        return marked.bytes();
    }

    private static List<CsvRow> block(CsvRow row, List<CellConflict> conflicts, CsvText text) {
        CsvRow ours = row;
        CsvRow base = row;
        CsvRow theirs = row;
        boolean oursGone = false;
        boolean theirsGone = false;
        for (CellConflict c : conflicts) {
            if (c.cell().isEmpty()) {
                oursGone |= c.ours() == null;
                theirsGone |= c.theirs() == null;
            } else {
                ours = ours.with(c.column(), Objects.requireNonNullElse(c.ours(), ""));
                base = base.with(c.column(), Objects.requireNonNullElse(c.base(), ""));
                theirs = theirs.with(c.column(), Objects.requireNonNullElse(c.theirs(), ""));
            }
        }
        @Nullable
        List<CsvRow> before = oursGone || theirsGone ? null : List.of(base);
        return Marks.rows(oursGone ? List.of() : List.of(ours), before, theirsGone ? List.of() : List.of(theirs),
                text.delimiter(), text.ending());
    }

    private static CsvRow ended(CsvRow row, String ending) {
        return row.ending().isEmpty() ? row.withEnding(ending) : row;
    }
}
