package org.commonwright.bom.edit;

import org.commonwright.bom.csv.CsvRow;
import org.commonwright.error.Fault;

/// What may be written into a cell.
final class CellText {
    /// What spreadsheets hold at most.
    private static final int LONGEST = 32_767;

    private CellText() {}

    /// The text with `\n` for every line break.
    static String checked(String text) {
        String t = text.replace("\r\n", "\n").replace('\r', '\n');
        if (t.length() > LONGEST) {
            throw new Fault("bom.cell-too-long", t.length(), LONGEST);
        }
        if (t.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new Fault("bom.cell-control");
        }
        return t;
    }

    /// The row with what a cell is to say, which is checked; the same row when it says so already.
    static CsvRow written(CsvRow row, int column, String text) {
        boolean says = row.value(column).strip().equals(text.strip())
                && !(column < row.size() && row.hasOpenQuote(column));
        return says ? row : row.with(column, text);
    }
}
