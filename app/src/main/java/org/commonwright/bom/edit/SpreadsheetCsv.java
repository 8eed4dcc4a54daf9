package org.commonwright.bom.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Tables for spreadsheets. A cell that a spreadsheet would run as a formula gets an apostrophe in front, so that it is
/// shown and not run. This is for exports only: a design's own files are never changed so.
public final class SpreadsheetCsv {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d., ]*(?:[eE][-+]?\\d+)?");
    /// What people write for nothing.
    private static final Pattern DASHES = Pattern.compile("-{1,3}");

    private SpreadsheetCsv() {}

    /// RFC 4180 with a line end after every row.
    public static String write(List<List<String>> rows) {
        return write(rows, ',');
    }

    /// As above, with another delimiter.
    public static String write(List<List<String>> rows, char delimiter) {
        var text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        try (var printer = new CSVPrinter(text, format)) {
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(SpreadsheetCsv::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return text.toString();
    }

    /// One row of such a table, with its line end.
    public static String row(List<String> cells) {
        return write(List.of(cells));
    }

    /// The cell, with an apostrophe in front where a spreadsheet would take it for a formula.
    public static String harmless(String cell) {
        boolean risky = !cell.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(cell.charAt(0)) >= 0;
        return risky && !NUMBER.matcher(cell).matches() && !DASHES.matcher(cell).matches() ? "'" + cell : cell;
    }
}
