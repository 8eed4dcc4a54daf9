package org.commonwright.gcode;

/// Tells by a program's beginning which firmware it is written for: what it says to heaters and extruders is for Marlin, what
/// it says to spindles, work coordinate systems and arc planes is for GRBL. With neither, GRBL.
public final class DialectGuess {
    private final Block block = new Block();
    private final BlockReader reader = new BlockReader();
    private int marlin;
    private int grbl;

    private DialectGuess() {}

    /// Looks at `bytes[0, length)`.
    public static Dialect of(byte[] bytes, int length) {
        var guess = new DialectGuess();
        int from = 0;
        while (from < length && Math.abs(guess.marlin - guess.grbl) < 200) {
            int to = from;
            while (to < length && bytes[to] != '\n') {
                to++;
            }
            guess.look(bytes, from, to);
            from = to + 1;
        }
        return guess.marlin > guess.grbl ? Dialect.MARLIN : Dialect.GRBL;
    }

    private void look(byte[] bytes, int from, int to) {
        reader.read(bytes, from, to, block);
        switch (block.kind()) {
            case SYSTEM, TAPE -> grbl += 5;
            case WORDS -> words();
            case EMPTY -> {
            }
        }
    }

    private void words() {
        if (block.has('E') && (block.hasG(0) || block.hasG(10) || block.hasG(20) || block.hasG(30)
                || block.hasG(920))) {
            marlin += 3;
        }
        for (int i = 0; i < block.gCount(); i++) {
            grbl += switch (block.g(i)) {
                case 170, 180, 190, 400, 490, 540, 550, 560, 570, 580, 590, 610, 640, 930, 940, 431 -> 2;
                default -> 0;
            };
            marlin += block.g(i) == 290 || block.g(i) == 110 ? 2 : 0;
        }
        for (int i = 0; i < block.mCount(); i++) {
            marlin += switch (block.m(i)) {
                case 820, 830, 1040, 1050, 1090, 1400, 1900, 1060, 1070, 840, 1170, 1150, 2040, 2050, 2200, 2210 -> 5;
                default -> 0;
            };
            grbl += switch (block.m(i)) {
                case 30, 40, 50, 60, 70, 80, 90, 20, 300 -> 2;
                default -> 0;
            };
        }
    }
}
