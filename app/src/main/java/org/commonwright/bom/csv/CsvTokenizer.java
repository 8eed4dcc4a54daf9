package org.commonwright.bom.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonwright.error.Fault;

/// Cuts a text into rows and cells and loses no character. A quote opens a quoted cell only where a delimiter or a line end
/// follows the closing one; any other quote is a character, so a stray one (`5" screw`) never swallows the rows behind it.
final class CsvTokenizer {
    /// The most characters that one quoted cell may hold. Spreadsheets stop at 32,767.
    static final int LONGEST_CELL = 1 << 16;
    /// The most characters of any other cell: what is longer is no table.
    private static final int MOST_CHARACTERS = 1 << 20;
    static final int MOST_CELLS = CsvText.MOST_CELLS;

    private final String text;
    private final char delimiter;
    private int[] ends = new int[64];

    private CsvTokenizer(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /// @param most rows to cut; the rest of the text is left
    /// @throws Fault `bom.too-many-cells` when a row has more than [#MOST_CELLS]
    static List<CsvRow> rows(String text, char delimiter, int most) {
        var tokenizer = new CsvTokenizer(text, delimiter);
        List<CsvRow> rows = new ArrayList<>();
        int at = 0;
        while (at < text.length() && rows.size() < most) {
            CsvRow row = tokenizer.rowAt(at, rows.size() + 1);
            rows.add(row);
            at += row.text().length() + row.ending().length();
        }
        return rows;
    }

    /// A row whose characters are known to be one.
    static CsvRow row(String text, String ending, char delimiter) {
        if (text.isEmpty()) {
            return new CsvRow("", ending, delimiter, new int[1]);
        }
        CsvRow row = new CsvTokenizer(text, delimiter).rowAt(0, 0);
        if (row.text().length() != text.length()) {
            throw new IllegalArgumentException("more than one row: " + text);
        }
        return row.withEnding(ending);
    }

    private CsvRow rowAt(int start, int number) {
        int cells = 0;
        int at = start;
        while (true) {
            int end = cellEnd(at);
            if (end - at > MOST_CHARACTERS) {
                throw new Fault("bom.cell-too-long", end - at, MOST_CHARACTERS);
            }
            if (cells == MOST_CELLS) {
                throw new Fault("bom.too-many-cells", number, MOST_CELLS);
            }
            if (cells == ends.length) {
                ends = Arrays.copyOf(ends, cells * 2);
            }
            ends[cells++] = end - start;
            if (end == text.length() || text.charAt(end) != delimiter) {
                return new CsvRow(text.substring(start, end), endingAt(end), delimiter, Arrays.copyOf(ends, cells));
            }
            at = end + 1;
        }
    }

    private int cellEnd(int start) {
        int at = start;
        while (at < text.length() && CsvCells.isGap(text.charAt(at), delimiter)) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            int end = quotedEnd(at);
            if (end >= 0) {
                return end;
            }
        }
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Where the cell ends whose opening quote is at `open`; -1 when that quote is only a character.
    private int quotedEnd(int open) {
        int limit = Math.min(text.length(), open + LONGEST_CELL);
        int at = open + 1;
        while (at < limit) {
            if (text.charAt(at++) != '"') {
                continue;
            }
            if (at < limit && text.charAt(at) == '"') {
                at++;
                continue;
            }
            while (at < text.length() && CsvCells.isGap(text.charAt(at), delimiter)) {
                at++;
            }
            return at == text.length() || isEnd(text.charAt(at)) ? at : -1;
        }
        return -1;
    }

    private boolean isEnd(char c) {
        return c == delimiter || c == '\n' || c == '\r';
    }

    private String endingAt(int at) {
        if (at == text.length()) {
            return "";
        }
        return text.charAt(at) == '\n' ? "\n" : text.startsWith("\r\n", at) ? "\r\n" : "\r";
    }
}
