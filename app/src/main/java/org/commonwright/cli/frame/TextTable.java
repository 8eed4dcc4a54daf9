package org.commonwright.cli.frame;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;

/// Rows of text in aligned columns: the first to the left, the others, which are numbers, to the right.
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows;

    public TextTable(List<List<String>> rows) {
        this.rows = rows;
    }

    public void print(PrintStream out) {
        int[] widths = rows.isEmpty()
                ? new int[0]
                : IntStream.range(0, rows.getFirst().size()).map(this::width).toArray();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                String pad = " ".repeat(widths[i] - length(cell));
                line.append(i == 0 ? cell + pad : GAP + pad + cell);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(r -> length(r.get(column))).max().orElse(0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
