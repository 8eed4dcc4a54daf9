package org.commonwright.bom.read;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.commonwright.bom.Column;
import org.commonwright.bom.csv.CsvRow;

/// The cells of one row after the other, each cut out and cleaned once. A cell that says what the cell above it says, or one
/// further up that is still remembered, is the same object, so that a million lines of few makers hold few texts.
final class RowCells {
    private static final Pattern NOTHING = Pattern.compile("(?i)n/?a|[-–—~?]+|none|tbd");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]+");

    /// In how many columns how many cells are remembered.
    private static final int COLUMNS = 64;
    private static final int REMEMBERED = 256;
    private static final int MOST_MISSES = 1000;

    private final int[] columns = new int[Column.values().length];
    private String[] cells = new String[16];
    /// For each column its cells by what they say, the last of each hash: one column's many different cells push out none of
    /// another's.
    private final String[][] remembered = new String[COLUMNS][];
    /// How many more cells of a column were new than known: where nearly all are, as of parts' names, looking is not worth it.
    private final int[] misses = new int[COLUMNS];
    private int size;

    RowCells(HeaderMap header) {
        Arrays.fill(columns, -1);
        header.columns().forEach(c -> columns[c.column().ordinal()] = c.index());
        Arrays.fill(cells, "");
    }

    /// Goes to a row.
    void read(CsvRow row) {
        size = row.size();
        if (size > cells.length) {
            int before = cells.length;
            cells = Arrays.copyOf(cells, Math.max(size, before * 2));
            Arrays.fill(cells, before, cells.length, "");
        }
        for (int i = 0; i < size; i++) {
            boolean quoted = !cells[i].isEmpty() && cells[i].charAt(0) == '"';
            if (!quoted && row.rawIs(i, cells[i])) {
                continue;
            }
            cells[i] = remembered(i, clean(row.value(i)));
        }
    }

    private String remembered(int column, String value) {
        if (column >= COLUMNS || misses[column] > MOST_MISSES) {
            return value;
        }
        String[] known = remembered[column];
        if (known == null) {
            known = new String[REMEMBERED];
            Arrays.fill(known, "");
            remembered[column] = known;
        }
        int hash = value.hashCode();
        int at = (hash ^ hash >>> 16) & REMEMBERED - 1;
        if (known[at].equals(value)) {
            misses[column] = Math.max(0, misses[column] - 1);
        } else {
            misses[column]++;
            known[at] = value;
        }
        return known[at];
    }

    int size() {
        return size;
    }

    /// Without control characters (line breaks inside a cell stay) and without spaces at the ends; empty for a cell that the
    /// row does not have.
    String at(int index) {
        return index < 0 || index >= size ? "" : cells[index];
    }

    String at(Column column) {
        return at(columns[column.ordinal()]);
    }

    /// Where a column stands, from 0; -1 where the table has none.
    int index(Column column) {
        return columns[column.ordinal()];
    }

    /// The cell, empty when it only says that there is nothing to say (`n/a`, `-`).
    String said(Column column) {
        return said(at(column));
    }

    static String said(String cell) {
        return !cell.isEmpty() && cell.length() < 40 && "nN-–—~?tT".indexOf(cell.charAt(0)) >= 0
                && NOTHING.matcher(cell).matches() ? "" : cell;
    }

    static boolean hasControl(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\r') {
                return true;
            }
        }
        return false;
    }

    /// `="0603"` is how spreadsheets write a text that looks like a number.
    private static String text(String cell) {
        int last = cell.length() - 1;
        return last > 1 && cell.charAt(0) == '=' && cell.charAt(1) == '"' && cell.indexOf('"', 2) == last
                ? cell.substring(2, last).strip()
                : cell;
    }

    private static String clean(String cell) {
        String stripped = text(cell.strip());
        for (int i = 0; i < stripped.length(); i++) {
            if (Character.isISOControl(stripped.charAt(i)) && stripped.charAt(i) != '\n') {
                return CONTROL.matcher(stripped).replaceAll(" ").strip();
            }
        }
        return stripped;
    }
}
