package org.commonwright.workbench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;

/// Rows as tab-separated values, as spreadsheets take them from the clipboard: headings first, a cell with a tab, a quote or
/// a line break in quotes.
public final class Tsv {
    private Tsv() {}

    static <T> String of(List<Column<T>> columns, List<T> rows, Messages messages, Formats formats) {
        var text = new StringBuilder();
        line(text, columns.stream().map(c -> messages.get(c.title().key(), c.title().arguments())).toList());
        for (T row : rows) {
            line(text, columns.stream().map(c -> cell(c, row, messages, formats)).toList());
        }
        return text.toString();
    }

    /// Without headings; a single cell as it is, because it may go into a text.
    static <T> String cells(List<Column<T>> columns, List<T> rows, Messages messages, Formats formats) {
        if (columns.size() == 1 && rows.size() == 1) {
            return cell(columns.getFirst(), rows.getFirst(), messages, formats);
        }
        var text = new StringBuilder();
        for (T row : rows) {
            line(text, columns.stream().map(c -> cell(c, row, messages, formats)).toList());
        }
        return text.toString();
    }

    /// Every row as comma-separated values, as files have them: numbers with a point, whatever the language.
    static <T> String csv(List<Column<T>> columns, List<T> rows, Messages messages, Formats formats) {
        var text = new StringBuilder();
        commas(text, columns.stream().map(c -> messages.get(c.title().key(), c.title().arguments())).toList());
        for (T row : rows) {
            commas(text, columns.stream().map(c -> {
                Number number = c.number() == null ? null : c.number().apply(row);
                return number == null ? c.text().apply(row, formats) : Numbers.plain(number, Locale.ROOT);
            }).toList());
        }
        return text.toString();
    }

    private static void commas(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(cell -> cell.indexOf(',') < 0 ? quoted(cell) : always(cell))
                .collect(Collectors.joining(","))).append('\n');
    }

    private static String always(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    /// The cells of tab-separated text, as spreadsheets put it on the clipboard.
    public static List<List<String>> parse(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        String all = text.replace("\r\n", "\n").replace('\r', '\n');
        all = all.endsWith("\n") ? all.substring(0, all.length() - 1) : all;
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < all.length() && all.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty() && all.indexOf('"', i + 1) > 0) {
                quoted = true;
            } else if (c == '\t' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else {
                cell.append(c);
            }
        }
        row.add(cell.toString());
        rows.add(List.copyOf(row));
        return List.copyOf(rows);
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(Tsv::quoted).collect(Collectors.joining("\t"))).append('\n');
    }

    private static <T> String cell(Column<T> column, T row, Messages messages, Formats formats) {
        Number number = column.number() == null ? null : column.number().apply(row);
        return number == null ? column.text().apply(row, formats) : Numbers.plain(number, messages.locale());
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == '"')
                ? always(cell)
                : cell;
    }
}
