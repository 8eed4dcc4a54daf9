package org.commonwright.workbench.parts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.table.CellHelp;
import org.commonwright.workbench.table.Column;
import org.jspecify.annotations.Nullable;

/// The columns of a bill of materials as the table shows them.
final class LineColumns {
    private static final int LONGEST_ID = 64;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+([.]\\d+)?");
    private static final Map<String, Double> WIDTHS = Map.of("part", 176.0, "description", 224.0, "quantity", 80.0,
            "unit", 56.0, "kind", 80.0);

    private LineColumns() {}

    /// Takes what a person typed into a cell.
    @FunctionalInterface
    interface Edited {
        void accept(LineRow row, int column, String value);
    }

    /// A table's name in the settings: files with the same columns share their widths.
    static String tableId(List<String> headers) {
        String id = "bom-" + headers.stream().map(LineColumns::id).collect(Collectors.joining("-"));
        return id.length() > LONGEST_ID ? "bom-" + Integer.toHexString(id.hashCode()) : id;
    }

    /// Their ids end in the number of the column in the file.
    ///
    /// @param mark stands before a cell's text; null for none
    static List<Column<LineRow>> of(List<String> headers, Edited edited, IntFunction<CellHelp<LineRow>> help,
            BiFunction<LineRow, String, @Nullable Node> mark) {
        List<Column<LineRow>> columns = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            columns.add(column(header, i, edited).helped(help.apply(i)).graphic(row -> mark.apply(row, header)));
        }
        return columns;
    }

    private static Column<LineRow> column(String header, int index, Edited edited) {
        String id = id(header) + "-" + index;
        boolean number = header.equalsIgnoreCase("Quantity") || header.equalsIgnoreCase("Qty");
        Column<LineRow> column = number
                ? Column.written(id, "parts.tab-lines", row -> decimal(row.cell(index)), row -> row.cell(index))
                : Column.words(id, "parts.tab-lines", row -> row.cell(index));
        return column.titled(Messages.Key.of("parts.column", header.isBlank() ? "–" : header))
                .width(WIDTHS.getOrDefault(id(header), 120.0))
                .editable((row, value) -> edited.accept(row, index, value));
    }

    private static @Nullable Number decimal(String text) {
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    private static String id(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    }
}
