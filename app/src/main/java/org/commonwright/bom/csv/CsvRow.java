package org.commonwright.bom.csv;

import java.util.AbstractList;
import java.util.List;

/// One row as it stands in the file: its characters, how its line ends, and where its cells are.
public final class CsvRow {
    private final String text;
    private final String ending;
    private final char delimiter;
    private final int[] ends;

    /// @param ends the offset behind the last character of each cell
    CsvRow(String text, String ending, char delimiter, int[] ends) {
        this.text = text;
        this.ending = ending;
        this.delimiter = delimiter;
        this.ends = ends;
    }

    /// The row's characters without its line ending.
    public String text() {
        return text;
    }

    /// `\n`, `\r\n`, `\r`, or empty at the end of a file that has none.
    public String ending() {
        return ending;
    }

    /// At least 1; an empty line has one empty cell.
    public int size() {
        return ends.length;
    }

    /// The cell's characters, quotes and spaces included.
    public String raw(int cell) {
        return text.substring(start(cell), ends[cell]);
    }

    /// What the cell says: without its quotes, doubled quotes made single. Spaces of an unquoted cell are kept.
    /// Empty for a cell that this row does not have.
    public String value(int cell) {
        return cell >= ends.length ? "" : CsvCells.value(raw(cell), delimiter);
    }

    /// Whether the cell's characters are these.
    public boolean rawIs(int cell, String characters) {
        int start = start(cell);
        return ends[cell] - start == characters.length() && text.startsWith(characters, start);
    }

    /// Whether a quote stands anywhere in the row.
    public boolean hasQuotes() {
        return text.indexOf('"') >= 0;
    }

    /// Whether the cell begins with a quote that nothing closes, so that the quote was taken as a character.
    public boolean hasOpenQuote(int cell) {
        int at = start(cell);
        while (at < ends[cell] && CsvCells.isGap(text.charAt(at), delimiter)) {
            at++;
        }
        return at < ends[cell] && text.charAt(at) == '"' && !CsvCells.isQuoted(CsvCells.trim(raw(cell), delimiter));
    }

    /// Whether any cell does.
    public boolean hasOpenQuote() {
        for (int i = 0; text.indexOf('"') >= 0 && i < ends.length; i++) {
            if (hasOpenQuote(i)) {
                return true;
            }
        }
        return false;
    }

    public List<String> values() {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return value(index);
            }

            @Override
            public int size() {
                return ends.length;
            }
        };
    }

    public boolean isBlank() {
        if (!text.isEmpty() && Character.isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 0; i < ends.length; i++) {
            if (!value(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    /// This row with one cell changed; the others keep their characters. Missing cells before it are added empty.
    public CsvRow with(int cell, String value) {
        var out = new StringBuilder(text);
        if (cell < ends.length) {
            out.replace(start(cell), ends[cell], CsvCells.write(value, delimiter, CsvCells.isQuoted(
                    CsvCells.trim(raw(cell), delimiter))));
        } else {
            out.append(String.valueOf(delimiter).repeat(cell - ends.length + 1));
            out.append(CsvCells.write(value, delimiter, false));
        }
        return CsvTokenizer.row(out.toString(), ending, delimiter);
    }

    /// This row with a new cell before cell `at`. Missing cells before it are added empty.
    public CsvRow withInserted(int at, String value) {
        if (at >= ends.length) {
            return with(at, value);
        }
        var out = new StringBuilder(text).insert(start(at), CsvCells.write(value, delimiter, false) + delimiter);
        return CsvTokenizer.row(out.toString(), ending, delimiter);
    }

    /// This row without one cell.
    public CsvRow without(int cell) {
        if (cell >= ends.length) {
            return this;
        }
        var out = new StringBuilder(text);
        if (cell == 0) {
            out.delete(0, Math.min(text.length(), ends[0] + 1));
        } else {
            out.delete(start(cell) - 1, ends[cell]);
        }
        return CsvTokenizer.row(out.toString(), ending, delimiter);
    }

    public CsvRow withEnding(String newEnding) {
        return newEnding.equals(ending) ? this : new CsvRow(text, newEnding, delimiter, ends);
    }

    /// A row of characters that are known to be one row.
    ///
    /// @throws IllegalArgumentException when they are more
    public static CsvRow raw(String text, char delimiter, String ending) {
        return CsvTokenizer.row(text, ending, delimiter);
    }

    /// A new row of these values.
    public static CsvRow of(List<String> values, char delimiter, String ending) {
        var out = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : delimiter).append(CsvCells.write(values.get(i), delimiter, false));
        }
        return CsvTokenizer.row(out.toString(), ending, delimiter);
    }

    private int start(int cell) {
        return cell == 0 ? 0 : ends[cell - 1] + 1;
    }

    @Override
    public String toString() {
        return text;
    }
}
