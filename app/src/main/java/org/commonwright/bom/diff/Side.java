package org.commonwright.bom.diff;

import java.util.List;
import org.commonwright.bom.edit.BomDocument;
import org.jspecify.annotations.Nullable;

/// A document that is compared with others. What its lines are known by, and how wide it is, is worked out once and only when
/// it is asked for. For one thread.
public final class Side {
    /// Where fewer than one line in so many is asked for, each is read by itself.
    private static final int FEW = 8;

    private final BomDocument document;
    private @Nullable List<RowId> rows;
    private int width = -1;
    private @Nullable Boolean apart;

    private Side(BomDocument document) {
        this.document = document;
    }

    public static Side of(BomDocument document) {
        return new Side(document);
    }

    public BomDocument document() {
        return document;
    }

    List<RowId> rows() {
        return rows(document.size());
    }

    /// What the lines are known by.
    ///
    /// @param asked of how many lines it will be asked: of few, only these are read
    List<RowId> rows(int asked) {
        List<RowId> known = rows;
        if (known == null && asked < document.size() / FEW && isReadApart()) {
            return RowIds.apart(document);
        }
        if (known == null) {
            known = RowId.of(document);
            rows = known;
        }
        return known;
    }

    private boolean isReadApart() {
        Boolean known = apart;
        if (known == null) {
            known = document.isOneTable();
            apart = known;
        }
        return known;
    }

    /// How many columns there are, those without a header included.
    int width() {
        if (width < 0) {
            width = ColumnMatcher.width(document);
        }
        return width;
    }

    String cell(int row, int column) {
        return document.cell(row, column);
    }

    String header(int column) {
        return ColumnMatcher.header(document, column);
    }

    int headers() {
        return document.columns().size();
    }

    /// The only line with exactly these characters; -1 where there is none, or several.
    int onlyLine(String text) {
        int found = -1;
        for (int line = 0; line < document.size(); line++) {
            if (document.row(line).text().equals(text)) {
                if (found >= 0) {
                    return -1;
                }
                found = line;
            }
        }
        return found;
    }
}
