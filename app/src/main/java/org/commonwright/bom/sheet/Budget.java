package org.commonwright.bom.sheet;

import org.commonwright.error.Fault;

/// How much one workbook may unfold to, so that a few bytes cannot fill the memory.
final class Budget {
    /// More than any list of parts has: 100,000 rows of 40 columns.
    static final int MOST_CELLS = 4_000_000;
    /// Characters in all cells together.
    static final int MOST_CHARACTERS = 1 << 27;
    /// Spreadsheets stop there.
    static final int LONGEST_CELL = 32_767;

    private final String file;
    private int cells = MOST_CELLS;
    private int characters = MOST_CHARACTERS;

    Budget(String file) {
        this.file = file;
    }

    /// @throws Fault `bom.cell-too-long` or `bom.workbook-too-large`
    void spend(int length) {
        if (length > LONGEST_CELL) {
            throw new Fault("bom.cell-too-long", length, LONGEST_CELL);
        }
        characters -= length;
        if (--cells < 0 || characters < 0) {
            throw new Fault("bom.workbook-too-large", file);
        }
    }
}
