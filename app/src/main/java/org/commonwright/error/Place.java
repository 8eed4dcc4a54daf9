package org.commonwright.error;

import org.jspecify.annotations.Nullable;

/// Where in the input: a file, its line (from 1, 0 when unknown) and column (from 1, 0 when unknown), in a workbook also the
/// sheet (empty for files without sheets).
public record Place(@Nullable String file, int line, int column, String sheet) {
    public Place(@Nullable String file, int line, int column) {
        this(file, line, column, "");
    }

    public static Place line(String file, int line) {
        return new Place(file, line, 0);
    }

    public static Place file(String file) {
        return new Place(file, 0, 0);
    }

    /// `parts.csv:12:3`; in a workbook as spreadsheets write it, `parts.xlsx Sheet1!C12`.
    @Override
    public String toString() {
        String f = file == null ? "" : file;
        if (!sheet.isEmpty()) {
            return (f + " " + sheet + (line == 0 ? "" : "!" + cell(line, column))).strip();
        }
        return line == 0 ? f : column == 0 ? f + ":" + line : f + ":" + line + ":" + column;
    }

    /// A cell as spreadsheets write it: `C12`; the row alone when the column is 0.
    public static String cell(int row, int column) {
        return letters(column) + row;
    }

    private static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
