package org.commonwright.gcode;

import java.util.Locale;

/// The firmware family that a program is written for.
public enum Dialect {
    /// GRBL 1.1 and what follows it: milling, lasers, plotters. A line buffer of 80 bytes (`LINE_BUFFER_SIZE`).
    GRBL(80),
    /// Marlin and what speaks like it: printers. A command buffer of 96 bytes (`MAX_CMD_SIZE`).
    MARLIN(96);

    private final int lineLimit;

    Dialect(int lineLimit) {
        this.lineLimit = lineLimit;
    }

    /// The most bytes of a line as it is sent, its newline included.
    public int lineLimit() {
        return lineLimit;
    }

    /// `grbl` or `marlin`, as the command line writes it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
