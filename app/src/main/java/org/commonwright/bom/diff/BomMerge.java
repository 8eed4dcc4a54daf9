package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.diff.Merging.At;
import org.commonwright.bom.edit.BomDocument;
import org.jspecify.annotations.Nullable;

/// Merges two revisions of a bill of materials over their common ancestor, cell by cell: what one side changed is taken, what
/// both changed alike is taken once, what both changed otherwise is a conflict. Rows are found by part, columns by meaning, so
/// neither order nor a renamed header is in the way. The order of rows and columns is ours; the rows and comments that
/// theirs added stand behind the row they follow there.
public final class BomMerge {
    /// In place of a row: the header.
    private static final int HEADER = Integer.MAX_VALUE;

    private final Merging plan;
    private final @Nullable Side base;
    private final Side ours;
    private final Side theirs;
    private final MergeChanges changes = new MergeChanges();
    private final List<Pending> pending = new ArrayList<>();

    /// A conflict whose place in the result is not known yet.
    ///
    /// @param row of ours, or -1 - the row of theirs, or [#HEADER]
    /// @param column in the result before columns are taken out; -1 for none
    private record Pending(String part, String cell, @Nullable String base, @Nullable String ours,
            @Nullable String theirs, int row, int column) {}

    private BomMerge(Merging plan) {
        this.plan = plan;
        this.base = plan.base();
        this.ours = plan.ours();
        this.theirs = plan.theirs();
    }

    /// @param base the common ancestor; null when there is none (both sides added the file)
    public static MergeResult merge(@Nullable BomDocument base, BomDocument ours, BomDocument theirs) {
        var plan = Merging.of(base == null ? null : Side.of(base), Side.of(ours), Side.of(theirs));
        return new BomMerge(plan).run();
    }

    private MergeResult run() {
        plan.columns().forEach(this::header);
        plan.rows().forEach(this::row);
        plan.columns().stream().filter(c -> c.ours() >= 0 && c.base() >= 0 && c.theirs() < 0).forEach(this::columnGone);
        var writer = new MergedRows(ours, theirs, changes, new Asides(base, ours, theirs));
        List<CsvRow> rows = writer.write(plan.rows());
        BomDocument merged = ours.document().withRows(rows);
        List<CellConflict> conflicts = pending.stream().map(p -> placed(p, writer)).toList();
        return new MergeResult(merged, conflicts);
    }

    private CellConflict placed(Pending p, MergedRows writer) {
        int row = p.row == HEADER
                ? writer.headerRow()
                : p.row >= 0 ? writer.rowOfOurs(p.row) : writer.rowOfTheirs(-1 - p.row);
        int before = (int) changes.dropped().stream().filter(d -> d < p.column).count();
        boolean gone = p.column < 0 || changes.dropped().contains(p.column);
        return new CellConflict(p.part, p.cell, p.base, p.ours, p.theirs, row,
                gone ? -1 : writer.beyondAdded(p.column) - before);
    }

    /// What becomes of a column: renamed, added, or (later, when its cells are known) taken out. Cells beyond the last header of
    /// theirs find a place beyond that of ours where nothing else is there.
    private void header(At c) {
        if (c.theirs() >= 0 && c.ours() < 0 && c.base() < 0) {
            if (c.theirs() < theirs.headers()) {
                changes.theirsToResult().put(c.theirs(), MergedRows.NEW + changes.added().size());
                changes.added().add(c.theirs());
            } else if (changes.added().isEmpty() && ours.width() == ours.headers()) {
                changes.theirsToResult().put(c.theirs(), ours.headers() + c.theirs() - theirs.headers());
            }
        } else if (c.theirs() >= 0 && c.ours() >= 0) {
            changes.theirsToResult().put(c.theirs(), c.ours());
            if (c.base() >= 0 && c.ours() < ours.headers() && c.theirs() < theirs.headers()) {
                rename(c);
            }
        }
    }

    private void rename(At c) {
        String b = Objects.requireNonNull(base).header(c.base());
        String o = ours.header(c.ours());
        String t = theirs.header(c.theirs());
        if (o.equals(b) && !t.equals(b)) {
            changes.headers().put(c.ours(), t);
        } else if (!t.equals(b) && !t.equals(o)) {
            pending.add(new Pending("", b, b, o, t, HEADER, c.ours()));
        }
    }

    private void row(At r) {
        if (r.ours() >= 0 && r.theirs() >= 0) {
            plan.columns().forEach(c -> cell(r, c));
        } else if (r.ours() >= 0 && r.base() >= 0) {
            takenOutByTheirs(r);
        } else if (r.theirs() >= 0 && r.base() >= 0) {
            takenOutByOurs(r);
        } else if (r.theirs() >= 0) {
            insert(r);
        }
    }

    private void cell(At r, At c) {
        String b = r.base() < 0 || c.base() < 0 ? null : Objects.requireNonNull(base).cell(r.base(), c.base());
        String before = b == null ? "" : b;
        String o = c.ours() < 0 ? "" : ours.cell(r.ours(), c.ours());
        String t = c.theirs() < 0 ? "" : theirs.cell(r.theirs(), c.theirs());
        if (c.theirs() < 0 || c.ours() < 0 && c.base() < 0 && t.isEmpty()) {
            return;
        }
        if (c.ours() < 0 && c.base() >= 0) {
            if (!t.equals(before)) {
                conflict(ours.rows().get(r.ours()), named(theirs, c.theirs()), b, null, t, r.ours(), -1);
            }
        } else if (o.equals(before) && !t.equals(before)) {
            write(r.ours(), c, t);
        } else if (!t.equals(before) && !t.equals(o)) {
            conflict(ours.rows().get(r.ours()), header(c.ours(), c.theirs()), b, o, t, r.ours(), c.ours());
        }
    }

    private void write(int row, At c, String value) {
        Integer column = changes.theirsToResult().get(c.theirs());
        if (column != null) {
            changes.write(row, column, value);
        } else {
            conflict(ours.rows().get(row), named(theirs, c.theirs()), null, null, value, row, -1);
        }
    }

    private void takenOutByTheirs(At r) {
        Side from = Objects.requireNonNull(base);
        boolean touched = plan.columns().stream().anyMatch(c -> c.ours() >= 0 && !ours.cell(r.ours(), c.ours())
                .equals(c.base() < 0 ? "" : from.cell(r.base(), c.base())));
        if (touched) {
            conflict(ours.rows().get(r.ours()), "", from.rows().get(r.base()).text(), ours.rows().get(r.ours()).text(),
                    null, r.ours(), -1);
        } else {
            changes.deleted().add(r.ours());
        }
    }

    private void takenOutByOurs(At r) {
        Side from = Objects.requireNonNull(base);
        boolean touched = plan.columns().stream().anyMatch(c -> c.theirs() >= 0 && !theirs.cell(r.theirs(), c.theirs())
                .equals(c.base() < 0 ? "" : from.cell(r.base(), c.base())));
        if (touched) {
            changes.inserted().add(r.theirs());
            conflict(theirs.rows().get(r.theirs()), "", from.rows().get(r.base()).text(), null,
                    theirs.rows().get(r.theirs()).text(), -1 - r.theirs(), -1);
        }
    }

    private void insert(At r) {
        changes.inserted().add(r.theirs());
        for (int column = 0; column < theirs.width(); column++) {
            String value = theirs.cell(r.theirs(), column);
            if (!value.isEmpty() && !changes.theirsToResult().containsKey(column)) {
                conflict(theirs.rows().get(r.theirs()), named(theirs, column), null, null, value, -1 - r.theirs(), -1);
            }
        }
    }

    /// Theirs took a column out: it goes, unless ours wrote into it.
    private void columnGone(At c) {
        Side from = Objects.requireNonNull(base);
        boolean kept = c.ours() >= ours.headers();
        for (At r : plan.rows()) {
            if (r.ours() < 0 || changes.deleted().contains(r.ours())) {
                continue;
            }
            String b = r.base() < 0 ? null : from.cell(r.base(), c.base());
            String o = ours.cell(r.ours(), c.ours());
            if (!o.equals(b == null ? "" : b)) {
                kept = true;
                conflict(ours.rows().get(r.ours()), named(ours, c.ours()), b, o, null, r.ours(), c.ours());
            }
        }
        if (!kept) {
            changes.dropped().add(c.ours());
        }
    }

    private void conflict(RowId row, String cell, @Nullable String b, @Nullable String o, @Nullable String t, int at,
            int column) {
        pending.add(new Pending(row.part(), cell, b, o, t, at, column));
    }

    private String header(int oursColumn, int theirsColumn) {
        return oursColumn >= 0 ? named(ours, oursColumn) : named(theirs, theirsColumn);
    }

    /// A column without a header is called by its place, from 1, since no name stands for a whole row.
    private static String named(Side side, int column) {
        String header = side.header(column);
        return header.isEmpty() ? "#" + (column + 1) : header;
    }
}
