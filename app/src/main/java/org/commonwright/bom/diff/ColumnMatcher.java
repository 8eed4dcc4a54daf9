package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.edit.BomDocument;

/// Finds the columns of one revision in another: by meaning, by header, and last by content: a column that was only renamed
/// says the same in every row. Cells beyond the last header count as columns without a header.
final class ColumnMatcher {
    private ColumnMatcher() {}

    /// How many columns there are, those without a header included.
    static int width(BomDocument document) {
        int width = document.columns().size();
        for (int line = 0; line < document.size(); line++) {
            width = Math.max(width, document.row(line).size());
        }
        return width;
    }

    static String header(BomDocument document, int column) {
        List<String> headers = document.columns();
        return column < headers.size() ? headers.get(column) : "+" + (column - headers.size() + 1);
    }

    static Matching match(BomDocument a, BomDocument b, Matching rows) {
        Matching columns = Matching.none(width(a), width(b));
        by(keys(a), keys(b), columns);
        by(headers(a), headers(b), columns);
        byContent(a, b, rows, columns);
        return columns;
    }

    /// By meaning and by header only, between columns that are free.
    static Matching matchNamed(BomDocument a, BomDocument b, Matching begun) {
        by(keys(a), keys(b), begun);
        by(headers(a), headers(b), begun);
        return begun;
    }

    private static void by(List<String> a, List<String> b, Matching columns) {
        Map<String, Integer> free = new HashMap<>();
        for (int j = b.size() - 1; j >= 0; j--) {
            if (columns.isFreeB(j)) {
                free.put(b.get(j), j);
            }
        }
        for (int i = 0; i < a.size(); i++) {
            Integer j = free.get(a.get(i));
            if (j != null && columns.isFreeA(i) && columns.isFreeB(j)) {
                columns.pair(i, j);
            }
        }
    }

    private static void byContent(BomDocument a, BomDocument b, Matching rows, Matching columns) {
        int headed = b.columns().size();
        for (int i = 0; i < a.columns().size(); i++) {
            for (int j = 0; j < headed && columns.isFreeA(i); j++) {
                if (columns.isFreeB(j) && isSame(a, i, b, j, rows)) {
                    columns.pair(i, j);
                }
            }
        }
    }

    private static boolean isSame(BomDocument a, int columnA, BomDocument b, int columnB, Matching rows) {
        boolean filled = false;
        for (int row = 0; row < a.size(); row++) {
            int other = rows.toB()[row];
            if (other >= 0) {
                String value = a.cell(row, columnA);
                if (!value.equals(b.cell(other, columnB))) {
                    return false;
                }
                filled |= !value.isEmpty();
            }
        }
        return filled;
    }

    private static List<String> keys(BomDocument document) {
        return numbered(document, document.columnKeys());
    }

    private static List<String> headers(BomDocument document) {
        return numbered(document, document.columns());
    }

    /// Equal names get a number, and cells beyond the header a name.
    private static List<String> numbered(BomDocument document, List<String> names) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> out = new ArrayList<>();
        for (String name : names) {
            out.add(name + "\n" + seen.merge(name, 1, Integer::sum));
        }
        int width = width(document);
        for (int column = names.size(); column < width; column++) {
            out.add("\n+" + (column - names.size() + 1));
        }
        return out;
    }
}
