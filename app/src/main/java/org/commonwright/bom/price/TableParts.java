package org.commonwright.bom.price;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.SkippedRow;

/// The lines and the rows that were set aside of each table of a file: those under its header, up to the next header of its sheet.
/// What stands above the first header goes with it.
final class TableParts {
    private final Map<String, NavigableMap<Integer, Integer>> starts = new HashMap<>();
    private final List<List<BomLine>> lines = new ArrayList<>();
    private final List<List<SkippedRow>> skipped = new ArrayList<>();

    TableParts(Bom bom) {
        for (int t = 0; t < bom.tables().size(); t++) {
            Bom.Table table = bom.tables().get(t);
            starts.computeIfAbsent(table.sheet(), _ -> new TreeMap<>()).put(table.row(), t);
            lines.add(bom.tables().size() == 1 ? bom.lines() : new ArrayList<>());
            skipped.add(new ArrayList<>());
        }
        if (bom.tables().size() > 1) {
            bom.lines().forEach(line -> add(lines, line.sheet(), line.row(), line));
        }
        bom.skipped().forEach(row -> add(skipped, row.sheet(), row.row(), row));
    }

    List<BomLine> lines(int table) {
        return lines.get(table);
    }

    List<SkippedRow> skipped(int table) {
        return skipped.get(table);
    }

    private <T> void add(List<List<T>> all, String sheet, int row, T one) {
        NavigableMap<Integer, Integer> tables = starts.get(sheet);
        if (tables != null) {
            Map.Entry<Integer, Integer> above = tables.floorEntry(row);
            all.get(above == null ? tables.firstEntry().getValue() : above.getValue()).add(one);
        }
    }
}
