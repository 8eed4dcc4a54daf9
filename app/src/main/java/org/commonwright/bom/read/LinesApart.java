package org.commonwright.bom.read;

import java.util.List;
import java.util.stream.IntStream;
import org.commonwright.bom.Column;
import org.commonwright.bom.csv.CsvRow;

/// Whether the lines of a table say the same, each read by itself, as among the others. In doubt they do not: what only
/// other rows tell is whether a line stands under one of them (and is set aside there), how the quantities are written, and
/// whether so many references were listed that no further range is read.
final class LinesApart {
    private static final String BLANKS = " \t\u00a0\u2003";

    private final HeaderMap header;
    private final List<CsvRow> lines;

    /// @param rows the rows of the whole file
    LinesApart(TableLayout layout, HeaderMap header, List<CsvRow> rows) {
        this.header = header;
        this.lines = IntStream.range(0, rows.size()).filter(layout::isLine).mapToObj(rows::get).toList();
    }

    boolean areSame() {
        return !areNested() && areCounted();
    }

    private boolean areNested() {
        List<String> words = header.compact();
        for (int i = 0; i < words.size(); i++) {
            int column = i;
            String word = words.get(i);
            if (!header.isSaid(i) && (LineParents.LEVELS.contains(word) || NamedParents.names(word)
                    || IndexParents.names(word)
                            && lines.stream().anyMatch(row -> IndexParents.isNested(row.value(column).strip())))) {
                return true;
            }
        }
        int part = header.isBoard() ? -1 : header.index(Column.PART).orElse(-1);
        return part >= 0 && lines.stream().map(row -> row.value(part))
                .anyMatch(name -> !name.isEmpty() && BLANKS.indexOf(name.charAt(0)) >= 0);
    }

    /// Whether no reference hangs on how the other rows write their quantities, nor on how many references they name.
    private boolean areCounted() {
        int references = header.index(Column.REFERENCES).orElse(-1);
        int quantity = header.index(Column.QUANTITY).orElse(-1);
        long named = 0;
        for (int i = 0; references >= 0 && i < lines.size(); i++) {
            CsvRow row = lines.get(i);
            named += References.read(row.value(references).strip(), -1).size();
            if (named > ReferenceBudget.MOST - References.MOST
                    || quantity >= 0 && row.value(quantity).indexOf(',') >= 0) {
                return false;
            }
        }
        return true;
    }
}
