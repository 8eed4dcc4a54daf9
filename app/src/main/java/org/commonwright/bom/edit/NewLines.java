package org.commonwright.bom.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.i18n.Messages;

/// Lines of another list as new lines of a document, each value in the column of its meaning, whatever both call it. A meaning that
/// the document has no column for gets one; a column without a meaning is filled where both have one of that name.
public final class NewLines {
    /// Where a part's name goes in a document that has no column for it, such as one of a board.
    private static final List<Column> NAMES = List.of(Column.VALUE, Column.MPN, Column.DESCRIPTION);

    private final BomDocument document;
    private final List<String> keys;
    private final List<Edit> edits = new ArrayList<>();
    private final Set<String> leftOut = new TreeSet<>();

    private NewLines(BomDocument document) {
        this.document = document;
        this.keys = new ArrayList<>(document.columnKeys());
    }

    /// The edit, as one step.
    ///
    /// @param leftOut the columns of the other list whose values have no place here
    public record Added(Edit edit, List<String> leftOut) {
        public Added {
            leftOut = List.copyOf(leftOut);
        }
    }

    /// @param name of the step
    /// @param at which line the first becomes
    public static Added into(BomDocument document, List<BomLine> lines, int at, Messages.Key name) {
        var made = new NewLines(document);
        List<Map<Column, String>> cells = lines.stream().map(NewLines::cells).toList();
        made.columns(cells);
        for (int i = 0; i < lines.size(); i++) {
            made.edits.add(new Edit.InsertLine(at + i, made.values(cells.get(i), lines.get(i).attributes())));
        }
        return new Added(new Edit.Together(name, made.edits), List.copyOf(made.leftOut));
    }

    private static Map<Column, String> cells(BomLine line) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        List<String> canonical = CanonicalBom.cells(line);
        List<Column> columns = Arrays.stream(Column.values()).filter(Column::isCanonical).toList();
        for (int i = 0; i < columns.size(); i++) {
            if (!canonical.get(i).isEmpty()) {
                cells.put(columns.get(i), canonical.get(i));
            }
        }
        if (!line.fitted()) {
            cells.put(Column.DNP, Column.DNP.header());
        }
        return cells;
    }

    /// Columns that the lines need and the document lacks. What is read from a line anyway needs none: pieces, and a kind that
    /// its file or its module tells.
    private void columns(List<Map<Column, String>> lines) {
        Set<Column> needed = EnumSet.noneOf(Column.class);
        lines.forEach(line -> line.forEach((column, value) -> {
            boolean plain = column == Column.UNIT && value.equals("pcs")
                    || column == Column.KIND && (!value.equals("make") || line.containsKey(Column.FILE))
                            && (!value.equals("module") || line.containsKey(Column.MODULE));
            if (!plain && index(column) < 0) {
                needed.add(column);
            }
        }));
        if (index(Column.PART) < 0 && NAMES.stream().anyMatch(c -> index(c) >= 0)) {
            needed.remove(Column.PART);
        }
        // Before cells that have no header, so that each keeps its place.
        for (Column column : needed) {
            edits.add(new Edit.AddColumn(document.columns().size() + added(), column.header()));
            keys.add(column.header());
        }
    }

    private int added() {
        return keys.size() - document.columnKeys().size();
    }

    private List<String> values(Map<Column, String> cells, Map<String, String> attributes) {
        List<String> values = new ArrayList<>(Collections.nCopies(keys.size(), ""));
        cells.forEach((column, value) -> {
            int to = column == Column.PART ? partColumn() : index(column);
            if (to >= 0) {
                values.set(to, value);
            }
        });
        attributes.forEach((header, value) -> {
            int to = named(header);
            if (to >= 0 && values.get(to).isEmpty()) {
                values.set(to, value);
            } else if (to < 0 && !value.isEmpty()) {
                leftOut.add(header);
            }
        });
        return values;
    }

    private int partColumn() {
        int part = index(Column.PART);
        return part >= 0
                ? part
                : NAMES.stream().mapToInt(this::index).filter(i -> i >= 0).findFirst().orElse(-1);
    }

    private int index(Column column) {
        return keys.indexOf(column.header());
    }

    private int named(String header) {
        List<String> headers = document.columns();
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).equalsIgnoreCase(header) && keys.get(i).startsWith("~")) {
                return i;
            }
        }
        return -1;
    }
}
