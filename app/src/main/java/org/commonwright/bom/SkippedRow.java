package org.commonwright.bom;

import org.commonwright.i18n.Messages;

/// A row that was set aside.
///
/// @param sheet the sheet of a workbook; empty for files without sheets
/// @param row from 1
/// @param reason a text of the program that says why
/// @param text what the row says, shortened
public record SkippedRow(String sheet, int row, Messages.Key reason, String text) {
    private static final int SHOWN = 160;

    public SkippedRow {
        text = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /// A row of a file without sheets.
    public SkippedRow(int row, Messages.Key reason, String text) {
        this("", row, reason, text);
    }

    /// The row for people: `12`, in a workbook `Sheet1!12`.
    public String where() {
        return sheet.isEmpty() ? String.valueOf(row) : sheet + "!" + row;
    }
}
