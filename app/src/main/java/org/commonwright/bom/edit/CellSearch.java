package org.commonwright.bom.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.commonwright.bom.csv.CsvRow;

/// Looks for a text in cells, and puts another in its place. The text is taken as it is: no pattern.
public final class CellSearch {
    private static final int[] NONE = {};

    private final String text;
    private final boolean whole;
    private final Pattern pattern;
    private final boolean shows;

    /// Which cells are meant. Lines and columns count from 0.
    @FunctionalInterface
    public interface Scope {
        /// Every cell.
        Scope ALL = (_, _) -> true;

        boolean has(int line, int column);
    }

    /// @param text what is looked for; empty finds nothing, or with `whole` the empty cells
    /// @param matchCase whether capital letters count
    /// @param whole whether the whole cell must be that text
    public CellSearch(String text, boolean matchCase, boolean whole) {
        this.text = text.strip();
        this.whole = whole;
        int flags = matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        this.pattern = Pattern.compile(Pattern.quote(whole ? this.text : text), flags);
        // What holds a quote is written otherwise in the row than it reads in the cell.
        this.shows = !text.isEmpty() && text.indexOf('"') < 0;
    }

    /// Whether there is anything to look for.
    public boolean isNothing() {
        return !whole && pattern.pattern().equals(Pattern.quote(""));
    }

    /// Whether a cell has it.
    public boolean finds(String cell) {
        return whole
                ? text.isEmpty() ? cell.isBlank() : pattern.matcher(cell.strip()).matches()
                : !isNothing() && pattern.matcher(cell).find();
    }

    /// The cell with every occurrence replaced.
    public String replaced(String cell, String with) {
        return !finds(cell) ? cell : whole ? with : pattern.matcher(cell).replaceAll(Matcher.quoteReplacement(with));
    }

    /// The columns of one line that have it, in order.
    public int[] columns(BomDocument document, int line, Scope scope) {
        CsvRow row = document.row(line);
        if (isNothing() || shows && !pattern.matcher(row.text()).find()) {
            return NONE;
        }
        return IntStream.range(0, document.columns().size())
                .filter(column -> scope.has(line, column) && finds(row.value(column).strip())).toArray();
    }

    /// What every cell that has it would say then. A cell that would say what it says already is left out.
    public List<CellValue> replaceAll(BomDocument document, Scope scope, String with) {
        List<CellValue> cells = new ArrayList<>();
        for (int line = 0; line < document.size(); line++) {
            for (int column : columns(document, line, scope)) {
                String before = document.cell(line, column);
                String after = replaced(before, with);
                if (!after.equals(before)) {
                    cells.add(new CellValue(line, column, after));
                }
            }
        }
        return cells;
    }
}
