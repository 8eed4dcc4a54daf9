package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.sheet.Sheet;
import org.commonwright.error.Fault;

/// The tables of a Markdown text (GitHub Flavored Markdown, section 4.10), what their cells say without its marks.
final class MarkdownTables {
    /// Nobody writes a longer one.
    private static final int LONGEST = 1 << 22;
    private static final int LONGEST_CELL = 32_767;
    private static final Pattern DELIMITERS = Pattern
            .compile("(?m)^[ >]{0,12}\\|?[ \\t]*:?-+:?[ \\t]*(?:\\|[ \\t]*:?-+:?[ \\t]*){1,200}\\|?[ \\t]*$");

    private static final List<String> MARKS = List.of("-|", "- |", ":|", ": |");

    /// @param tables each with its rows and their line numbers
    /// @param inTable which lines of the text, from 0, belong to a table
    record Found(List<Sheet> tables, BitSet inTable) {}

    private MarkdownTables() {}

    /// Whether a text may hold tables.
    static boolean isLikely(String text) {
        return text.length() <= LONGEST && MARKS.stream().anyMatch(text::contains) && DELIMITERS.matcher(text).find();
    }

    static Found read(String file, String text) {
        Node document = BoundedMarkdown.parse(text,
                Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS));
        var found = new Found(new ArrayList<>(), new BitSet());
        for (Node node = document; node != null; node = next(node, document, node instanceof TableBlock)) {
            if (node instanceof TableBlock table) {
                table(file, table, found);
            }
        }
        return found;
    }

    private static void table(String file, TableBlock table, Found found) {
        List<CsvRow> rows = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        table.getSourceSpans().forEach(span -> found.inTable.set(span.getLineIndex()));
        for (Node node = table; node != null; node = next(node, table, node instanceof TableRow)) {
            if (node instanceof TableRow row && !row.getSourceSpans().isEmpty()) {
                rows.add(CsvRow.of(cells(file, row), '\t', "\n"));
                numbers.add(row.getSourceSpans().getFirst().getLineIndex() + 1);
            }
        }
        found.tables.add(new Sheet("", false, rows, numbers.stream().mapToInt(Integer::intValue).toArray(), List.of()));
    }

    private static List<String> cells(String file, TableRow row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                String text = text(cell).strip();
                if (text.length() > LONGEST_CELL) {
                    throw new Fault("bom.cell-too-long", text.length(), LONGEST_CELL);
                }
                if (cells.size() == CsvText.MOST_CELLS) {
                    throw new Fault("bom.too-many-cells", row.getSourceSpans().getFirst().getLineIndex() + 1,
                            CsvText.MOST_CELLS);
                }
                cells.add(text);
            }
        }
        return cells;
    }

    private static String text(Node cell) {
        var text = new StringBuilder();
        for (Node node = cell; node != null; node = next(node, cell, false)) {
            switch (node) {
                case Text t -> text.append(t.getLiteral());
                case Code c -> text.append(c.getLiteral());
                case HtmlInline h when h.getLiteral().toLowerCase(Locale.ROOT).startsWith("<br") -> text
                        .append('\n');
                case SoftLineBreak _,HardLineBreak _ -> text.append(' ');
                default -> {
                    // emphasis and links: what is in them comes next
                }
            }
        }
        return text.toString();
    }

    /// The next node in the order of the text, without calls into the depth, which a stranger chose.
    static Node next(Node node, Node within, boolean skipChildren) {
        if (!skipChildren && node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != null && at != within && at.getNext() == null) {
            at = at.getParent();
        }
        return at == null || at == within ? null : at.getNext();
    }
}
