package org.commonwright.publish.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.rollup.BomNode;
import org.commonwright.bom.rollup.RollupLine;
import org.commonwright.bom.rollup.RollupResult;
import org.commonwright.error.Fault;

/// A bill of materials as it is to be written.
///
/// @param about whose it is
/// @param pieces for how many pieces the quantities are
/// @param rows in order; the rows of a module follow its own row
public record BomSheet(About about, long pieces, List<SheetRow> rows) {
    /// Rows that a tree may have: a module that is used often stands in it often.
    private static final int MOST = 1_000_000;
    private static final int DEEPEST = 1000;

    public BomSheet {
        rows = List.copyOf(rows);
    }

    /// What a sheet says about the thing. Empty texts are not written.
    ///
    /// @param revision the commit that it was read from, or empty
    public record About(String name, String version, String licence, String revision) {
        public static About named(String name) {
            return new About(name, "", "", "");
        }
    }

    /// The rows of one file.
    public static BomSheet of(About about, Bom bom) {
        return new BomSheet(about, 1, bom.lines().stream().map(line -> SheetRow.of(1, line)).toList());
    }

    /// Every part of a design once, with what N pieces need of it. Files count from the design's root.
    public static BomSheet flat(About about, RollupResult result) {
        return new BomSheet(about, result.quantity(), result.lines().stream().map(BomSheet::row).toList());
    }

    private static SheetRow row(RollupLine line) {
        boolean single = line.sources().size() == 1;
        BomLine first = line.first();
        String bom = line.sources().getFirst().file();
        String folder = bom.substring(0, bom.lastIndexOf('/') + 1);
        return new SheetRow(1, first.withFiles(first.files().stream().map(file -> folder + file).toList()),
                line.total(),
                single ? first.references() : List.of());
    }

    /// Every row of every module, each module under the row that asks for it.
    ///
    /// @throws Fault `publish.tree-too-large` for more rows than a table has
    public static BomSheet tree(About about, BomNode root) {
        Map<String, List<BomLine>> read = new HashMap<>();
        List<SheetRow> rows = new ArrayList<>();
        Deque<Pending> todo = new ArrayDeque<>();
        push(todo, 1, root, read);
        while (!todo.isEmpty()) {
            Pending next = todo.pop();
            rows.add(SheetRow.of(next.level(), next.line()));
            if (rows.size() > MOST || next.level() > DEEPEST) {
                throw new Fault("publish.tree-too-large", about.name(), MOST);
            }
            BomNode child = next.line().kind() == LineKind.MODULE ? next.node().child(next.line()) : null;
            if (child != null) {
                push(todo, next.level() + 1, child, read);
            }
        }
        return new BomSheet(about, 1, rows);
    }

    private record Pending(int level, BomNode node, BomLine line) {}

    private static void push(Deque<Pending> todo, int level, BomNode node, Map<String, List<BomLine>> read) {
        List<BomLine> lines = read.computeIfAbsent(node.path(), _ -> node.lines());
        IntStream.range(0, lines.size()).map(i -> lines.size() - 1 - i)
                .forEach(i -> todo.push(new Pending(level, node, lines.get(i))));
    }

    /// The rows that name a part, without those that stand for a module whose parts follow.
    public List<SheetRow> parts() {
        List<SheetRow> parts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean opened = i + 1 < rows.size() && rows.get(i + 1).level() > rows.get(i).level();
            if (!opened) {
                parts.add(rows.get(i));
            }
        }
        return parts;
    }
}
