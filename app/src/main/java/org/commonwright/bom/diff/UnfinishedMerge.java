package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonwright.bom.Column;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.diff.Marks.Block;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;

/// A table with conflict marks in it, of ours or of Git's: what is left to decide, and the table after some of it is decided.
public final class UnfinishedMerge {
    private final BomDocument document;
    private final List<Block> blocks;
    private final List<CellConflict> conflicts = new ArrayList<>();
    private final Map<CellConflict, Block> blockOf = new HashMap<>();

    private UnfinishedMerge(BomDocument document) {
        this.document = document;
        this.blocks = Marks.of(document.text().rows()).blocks();
        blocks.forEach(this::ask);
    }

    public static UnfinishedMerge of(BomDocument document) {
        return new UnfinishedMerge(document);
    }

    /// What is left to decide: cells where both sides have one row, and whole groups of rows otherwise (their cell is empty). The row is
    /// that of the first mark, from 1.
    public List<CellConflict> conflicts() {
        return List.copyOf(conflicts);
    }

    private void ask(Block block) {
        int before = conflicts.size();
        CsvRow ours = only(block.ours());
        CsvRow theirs = only(block.theirs());
        CsvRow base = block.base() == null ? null : only(block.base());
        if (ours != null && theirs != null) {
            int width = Math.max(ours.size(), theirs.size());
            for (int column = 0; column < width; column++) {
                String o = ours.value(column).strip();
                String t = theirs.value(column).strip();
                if (!o.equals(t)) {
                    String was = base == null ? null : base.value(column).strip();
                    add(block, new CellConflict(part(block), ColumnMatcher.header(document, column), was, o, t,
                            block.first() + 1, column));
                }
            }
        }
        if (conflicts.size() == before) {
            add(block, new CellConflict(part(block), "", text(block.base()), text(block.ours()), text(block.theirs()),
                    block.first() + 1, -1));
        }
    }

    private void add(Block block, CellConflict conflict) {
        conflicts.add(conflict);
        blockOf.put(conflict, block);
    }

    /// What people call the row: its first cell that is not empty; a header's part is empty.
    private String part(Block block) {
        boolean header = block.first() < document.headerRow() && document.headerRow() < block.last();
        CsvRow row = block.ours().isEmpty() ? first(block.theirs()) : first(block.ours());
        int column = Math.max(0, document.columnKeys().indexOf(Column.PART.header()));
        return header || row == null ? "" : row.value(column).strip();
    }

    /// The table with what was decided; what was not keeps its marks.
    ///
    /// @throws Fault `merging.no-value` for a value in place of whole rows; `merging.no-base` where the file does not tell what was there
    ///         before
    public byte[] resolved(Map<CellConflict, Choice> choices) {
        CsvText text = document.text();
        List<CsvRow> rows = new ArrayList<>();
        int at = 0;
        for (Block block : blocks) {
            rows.addAll(text.rows().subList(at, block.first()));
            rows.addAll(after(block, choices));
            at = block.last() + 1;
        }
        rows.addAll(text.rows().subList(at, text.rows().size()));
        CsvText next = text.withRows(rows);
        if (!next.isStable()) {
            throw new Fault("merging.open-quote", document.file());
        }
        return next.bytes();
    }

    private List<CsvRow> after(Block block, Map<CellConflict, Choice> choices) {
        List<CellConflict> here = conflicts.stream().filter(c -> blockOf.get(c) == block).toList();
        boolean whole = choices.keySet().containsAll(here);
        if (here.getFirst().cell().isEmpty()) {
            return whole ? rows(block, here.getFirst(), choices.get(here.getFirst())) : written(block);
        }
        CsvRow ours = block.ours().getFirst();
        CsvRow theirs = block.theirs().getFirst();
        CsvRow base = block.base() == null || block.base().size() != 1 ? null : block.base().getFirst();
        for (CellConflict c : here) {
            if (choices.containsKey(c)) {
                String value = value(c, choices.get(c));
                ours = set(ours, c.column(), value);
                theirs = set(theirs, c.column(), value);
                base = base == null ? null : set(base, c.column(), value);
            }
        }
        return whole
                ? List.of(ours)
                : written(new Block(block.first(), block.last(), List.of(ours),
                        base == null ? block.base() : List.of(base), List.of(theirs)));
    }

    private List<CsvRow> written(Block block) {
        CsvText text = document.text();
        return Marks.rows(block.ours(), block.base(), block.theirs(), text.delimiter(), text.ending());
    }

    private static CsvRow set(CsvRow row, int column, String value) {
        return row.value(column).strip().equals(value) ? row : row.with(column, value);
    }

    private List<CsvRow> rows(Block block, CellConflict conflict, Choice choice) {
        return switch (choice) {
            case Choice.Ours _ -> block.ours();
            case Choice.Theirs _ -> block.theirs();
            case Choice.Base _ when block.base() != null -> block.base();
            case Choice.Base _ -> throw new Fault("merging.no-base", document.file(), conflict.row());
            case Choice.Value _ -> throw new Fault("merging.no-value", document.file(), conflict.row());
        };
    }

    private String value(CellConflict conflict, Choice choice) {
        String value = switch (choice) {
            case Choice.Ours _ -> conflict.ours();
            case Choice.Theirs _ -> conflict.theirs();
            case Choice.Base _ -> conflict.base();
            case Choice.Value(String text) -> text;
        };
        if (value == null) {
            throw new Fault("merging.no-base", document.file(), conflict.row());
        }
        return value;
    }

    private static @Nullable CsvRow only(List<CsvRow> rows) {
        return rows.size() == 1 ? rows.getFirst() : null;
    }

    private static @Nullable CsvRow first(List<CsvRow> rows) {
        return rows.isEmpty() ? null : rows.getFirst();
    }

    /// @return null where there are no rows
    private static @Nullable String text(@Nullable List<CsvRow> rows) {
        return rows == null || rows.isEmpty()
                ? null
                : rows.stream().map(CsvRow::text).collect(Collectors.joining("\n"));
    }
}
