package org.commonwright.workbench.parts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.edit.CellValue;
import org.commonwright.workbench.parts.ChosenCells.Place;

/// What filling and pasting write, from the chosen cells and from what is in sight: a sorted or filtered table is filled as it
/// looks, not as its file stands.
final class CellBlocks {
    private CellBlocks() {}

    /// What is in sight.
    interface Sight {
        /// How many rows.
        int rows();

        /// The line of the file in a row.
        int line(int row);

        /// The row of a line; negative when it is not in sight.
        int row(int line);

        /// The columns of the file, in the order in sight.
        List<Integer> columns();
    }

    /// In each column the topmost chosen cell goes into the chosen ones below it. Only one row chosen takes the cells above, as
    /// spreadsheets do.
    ///
    /// @param lines all lines of the file
    static List<CellValue> filledDown(List<Place> chosen, Sight sight, List<LineRow> lines) {
        boolean oneRow = chosen.stream().mapToInt(Place::line).distinct().count() == 1;
        Map<Integer, Place> tops = new HashMap<>();
        for (Place place : chosen) {
            tops.merge(place.column(), place, (a, b) -> sight.row(a.line()) <= sight.row(b.line()) ? a : b);
        }
        List<CellValue> cells = new ArrayList<>();
        for (Place place : chosen) {
            int top = sight.row(tops.get(place.column()).line()) - (oneRow ? 1 : 0);
            if (top >= 0 && sight.line(top) != place.line()) {
                cells.add(new CellValue(place.line(), place.column(),
                        lines.get(sight.line(top)).cell(place.column())));
            }
        }
        return cells;
    }

    /// Where pasted cells go: right and down from the first chosen cell. One value fills all chosen cells. What is right of the
    /// last column is left out; lines behind the last one are new.
    ///
    /// @param lines how many the file has
    static List<CellValue> pasted(List<List<String>> pasted, List<Place> chosen, Sight sight, int lines) {
        if (chosen.isEmpty() && lines > 0 || pasted.isEmpty()) {
            return List.of();
        }
        if (!chosen.isEmpty() && pasted.size() == 1 && pasted.getFirst().size() == 1) {
            String value = pasted.getFirst().getFirst();
            return chosen.stream().map(place -> new CellValue(place.line(), place.column(), value)).toList();
        }
        List<CellValue> cells = new ArrayList<>();
        List<Integer> shown = sight.columns();
        int firstRow = chosen.stream().mapToInt(place -> sight.row(place.line())).min().orElse(0);
        // A list without lines has no cell to choose: what is pasted are its first lines.
        int firstColumn = chosen.stream().map(place -> shown.indexOf(place.column())).min(Comparator.naturalOrder())
                .orElse(0);
        for (int r = 0; r < pasted.size(); r++) {
            int row = firstRow + r;
            int line = row < sight.rows() ? sight.line(row) : lines + row - sight.rows();
            for (int c = 0; c < pasted.get(r).size() && firstColumn + c < shown.size(); c++) {
                cells.add(new CellValue(line, shown.get(firstColumn + c), pasted.get(r).get(c)));
            }
        }
        return cells;
    }
}
