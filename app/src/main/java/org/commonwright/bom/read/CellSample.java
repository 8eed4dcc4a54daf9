package org.commonwright.bom.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.csv.CsvRow;

/// The first rows under a header: what they say about a column whose header says too little.
record CellSample(List<CsvRow> rows) {
    private static final int LOOK = 200;

    static CellSample of(List<CsvRow> below) {
        return new CellSample(below.subList(0, Math.min(LOOK, below.size())));
    }

    /// Whether at least half of the filled cells of a column fit, and there is one.
    boolean mostly(int index, Predicate<String> fits) {
        List<String> cells = rows.stream().map(row -> row.value(index).strip()).filter(cell -> !cell.isEmpty())
                .toList();
        return !cells.isEmpty() && cells.stream().filter(fits).count() * 2 >= cells.size();
    }

    /// Whether a cell of a column fits.
    boolean any(int index, Predicate<String> fits) {
        return rows.stream().anyMatch(row -> fits.test(row.value(index).strip()));
    }

    /// Whether one name stands in several rows that are described differently.
    boolean saysSeveral(int name, int description) {
        Map<String, String> seen = new HashMap<>();
        return rows.stream().anyMatch(row -> {
            String says = row.value(description).strip();
            String before = seen.putIfAbsent(PartKey.normalise(row.value(name)), says);
            return before != null && !before.equals(says) && !row.value(name).isBlank();
        });
    }
}
