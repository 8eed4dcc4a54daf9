package org.commonwright.bom.edit;

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
}
