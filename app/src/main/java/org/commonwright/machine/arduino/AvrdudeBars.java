package org.commonwright.machine.arduino;

import java.util.function.BiConsumer;

/// Reads how far `avrdude` (6, 7 and 8) is out of the bars that it draws: `Writing | ####…`, fifty signs each. What it reads
/// after writing is the memory that it compares.
final class AvrdudeBars {
    private static final int SIGNS = 50;
    private static final String BAR = "| ";
    private static final int LONGEST = 200;

    private final BiConsumer<FlashStage, Double> told;
    private final StringBuilder line = new StringBuilder();
    private FlashStage stage = FlashStage.CONNECTING;
    private boolean written;
    private int signs = -1;

    /// @param told hears the stage and how much of it is done, from 0 to 1
    AvrdudeBars(BiConsumer<FlashStage, Double> told) {
        this.told = told;
    }

    void add(String piece) {
        piece.chars().forEach(c -> add((char) c));
    }

    private void add(char c) {
        if (c == '\n' || c == '\r' || line.length() > LONGEST) {
            line.setLength(0);
            signs = -1;
            return;
        }
        line.append(c);
        if (c == '#' && signs >= 0) {
            signs = Math.min(SIGNS, signs + 1);
            told.accept(stage, (double) signs / SIGNS);
        } else if (line.toString().endsWith(BAR) && signs < 0) {
            begin(line.toString());
        }
    }

    private void begin(String bar) {
        if (bar.startsWith("Writing")) {
            stage = FlashStage.WRITING;
            written = true;
        } else if (written && (bar.startsWith("Reading") || bar.startsWith("Verifying"))) {
            stage = FlashStage.VERIFYING;
        } else {
            return;
        }
        signs = 0;
        told.accept(stage, 0.0);
    }
}
