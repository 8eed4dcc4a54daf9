package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.Column;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;

/// Which line of a table stands under which: by a column of levels (`1`, `2`; InvenTree's `BOM Level`), by hierarchical numbers
/// (`1`, `1.1`, `1.1.2`; FreeCAD's `Index`), by the parent that each row names, or by how far the part's name is indented.
///
/// @param column the header that says so
/// @param parents for each line the index of the line that it stands under; [#TOP] for the list's own
/// @param whole whether the first line is the whole that all others stand under (level 0)
record LineParents(String column, int[] parents, boolean whole) {
    static final int TOP = -1;
    static final Set<String> LEVELS = Set.of("bomlevel", "level", "lvl", "structurelevel", "indentlevel",
            "indent", "depth", "ebene", "stufe", "tiefe", "niveau", "profondeur");
    private static final Pattern LEVEL = Pattern
            .compile("(?i)[.·>\\s]*(?:l(?:evel|vl)?\\.?\\s*)?([-−–]?\\d{1,6})(?:[.,]0+)?");
    /// Where nothing is indented so far, nothing is.
    private static final int LOOK = 200;
    /// A tab of an indented name.
    private static final int TAB = 4;

    /// What is looked at.
    ///
    /// @param size how many lines there are
    /// @param row the row of a line, from its index
    /// @param place the place of a line's cell, from the line's index and the column's
    /// @param part what a line calls its part
    record Table(HeaderMap header, int size, IntFunction<CsvRow> row, CellPlace place, IntFunction<String> part,
            Consumer<Problem> problems) {
        String cell(int line, int column) {
            return row.apply(line).value(column).strip();
        }

        void tell(int line, int column, String code, Object... arguments) {
            problems.accept(Problem.warning(place.of(line, column), code, arguments));
        }
    }

    interface CellPlace {
        Place of(int line, int column);
    }

    /// Empty for a table that is one flat list.
    static Optional<LineParents> of(Table table) {
        if (table.size() < 2) {
            return Optional.empty();
        }
        List<String> words = table.header().compact();
        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (LEVELS.contains(words.get(i)) && !table.header().isSaid(i)) {
                named.add(i);
            }
        }
        for (int column : named) {
            Optional<LineParents> found = levels(table, column);
            if (found.isPresent()) {
                return found;
            }
        }
        return IndexParents.of(table).or(() -> NamedParents.of(table)).or(() -> indented(table));
    }

    private static Optional<LineParents> levels(Table table, int column) {
        int[] levels = new int[table.size()];
        int least = Integer.MAX_VALUE;
        int most = -1;
        int known = 0;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = level(table.cell(i, column));
            if (levels[i] >= 0) {
                known++;
                least = Math.min(least, levels[i]);
                most = Math.max(most, levels[i]);
            }
        }
        if (least >= most || known * 2 < levels.length) {
            return Optional.empty();
        }
        if (jumps(levels, least) * 3 > levels.length) {
            table.tell(0, column, "bom.levels-odd", table.header().headers().get(column));
            return Optional.empty();
        }
        int zeros = 0;
        int before = least;
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] < 0) {
                table.tell(i, column, "bom.level-unclear", table.cell(i, column), table.part().apply(i));
                levels[i] = before;
            } else if (isJump(levels, i, before, least)) {
                table.tell(i, column, "bom.level-jump", table.part().apply(i), i == 0 ? "-" : before, levels[i]);
            }
            zeros += levels[i] == 0 ? 1 : 0;
            before = levels[i];
        }
        return Optional.of(new LineParents(table.header().headers().get(column), nearestSmaller(levels),
                levels[0] == 0 && zeros == 1));
    }

    /// A column that rises by leaps counts something else, such as what is in stock.
    private static int jumps(int[] levels, int least) {
        int jumps = 0;
        int before = least;
        for (int i = 0; i < levels.length; i++) {
            jumps += levels[i] >= 0 && isJump(levels, i, before, least) ? 1 : 0;
            before = levels[i] < 0 ? before : levels[i];
        }
        return jumps;
    }

    private static boolean isJump(int[] levels, int at, int before, int least) {
        return at == 0 ? levels[0] > least : levels[at] > before + 1;
    }

    /// -1 for what is no level: nothing, words, a negative number.
    private static int level(String cell) {
        Matcher level = LEVEL.matcher(cell);
        if (!level.matches() || !Character.isDigit(level.group(1).charAt(0))) {
            return -1;
        }
        return Integer.parseInt(level.group(1));
    }

    /// For each the nearest one before it that is smaller.
    private static int[] nearestSmaller(int[] values) {
        int[] parents = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int at = i - 1;
            while (at >= 0 && values[at] >= values[i]) {
                at = parents[at];
            }
            parents[i] = at;
        }
        return parents;
    }

    /// Names that stand to the right of the one above. Two spaces are meant, one is a slip.
    private static Optional<LineParents> indented(Table table) {
        int column = table.header().index(Column.PART).orElse(-1);
        if (column < 0 || table.header().isBoard()) {
            return Optional.empty();
        }
        int[] widths = new int[table.size()];
        int deeper = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(table.row().apply(i).value(column));
            deeper += widths[i] > 0 ? 1 : 0;
            if (widths[i] == 1 || i == 0 && widths[i] > 0 || i == LOOK && deeper == 0) {
                return Optional.empty();
            }
        }
        return deeper < 2
                ? Optional.empty()
                : Optional.of(new LineParents(table.header().headers().get(column), nearestSmaller(widths), false));
    }

    private static int width(String value) {
        int width = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\t') {
                width += TAB;
            } else if (c == ' ' || c == '\u00a0' || c == '\u2003') {
                width++;
            } else {
                return width;
            }
        }
        return 0;
    }
}
