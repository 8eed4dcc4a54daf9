package org.commonwright.workbench.table;

import java.util.List;
import java.util.stream.Collectors;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;

/// Rows as tab-separated values, as spreadsheets take them from the clipboard: headings first, a cell with a tab, a quote or
/// a line break in quotes.
final class Tsv {
    private Tsv() {}

    static <T> String of(List<Column<T>> columns, List<T> rows, Messages messages, Formats formats) {
        var text = new StringBuilder();
        line(text, columns.stream().map(c -> messages.get(c.title().key(), c.title().arguments())).toList());
        for (T row : rows) {
            line(text, columns.stream().map(c -> cell(c, row, messages, formats)).toList());
        }
        return text.toString();
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
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
