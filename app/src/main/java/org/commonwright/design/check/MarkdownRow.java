package org.commonwright.design.check;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.design.fix.FileEdit;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// A row of a table in a text: `| screw | 6 |`. (GitHub Flavored Markdown, "Tables".)
final class MarkdownRow {
    private static final long LIMIT = 2 << 20;
    private static final Pattern CELL = Pattern.compile("(?:[^|\\\\]|\\\\.)*+");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

    private MarkdownRow() {}

    /// The edit that writes another number into a cell; empty where the row is not written as a table usually is.
    ///
    /// @param line from 1
    /// @param column from 1; 0 when it is not known
    static Optional<FileEdit> edit(FileTree tree, RepoPath file, int line, int column, BigDecimal was, BigDecimal now) {
        List<String> lines = new String(tree.read(file, LIMIT), StandardCharsets.UTF_8).lines().toList();
        if (column < 1 || line < 1 || line > lines.size()) {
            return Optional.empty();
        }
        String row = lines.get(line - 1);
        List<int[]> cells = cells(row);
        if (column > cells.size()) {
            return Optional.empty();
        }
        int[] cell = cells.get(column - 1);
        Matcher number = NUMBER.matcher(row).region(cell[0], cell[1]);
        if (!number.find() || new BigDecimal(number.group().replace(',', '.')).compareTo(was) != 0) {
            return Optional.empty();
        }
        String written = now.stripTrailingZeros().toPlainString();
        String text = row.substring(0, number.start())
                + (number.group().contains(",") ? written.replace('.', ',') : written) + row.substring(number.end());
        return Optional.of(new FileEdit.SetLine(file, line, row, text));
    }

    /// Where the row's cells begin and end.
    private static List<int[]> cells(String row) {
        List<int[]> cells = new ArrayList<>();
        int at = row.length() - row.stripLeading().length();
        at += at < row.length() && row.charAt(at) == '|' ? 1 : 0;
        Matcher cell = CELL.matcher(row);
        while (at <= row.length() && cell.find(at) && cell.start() == at) {
            cells.add(new int[]{at, cell.end()});
            at = cell.end() + 1;
        }
        return cells;
    }
}
