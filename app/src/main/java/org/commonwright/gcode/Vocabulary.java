package org.commonwright.gcode;

/// Which words a firmware knows.
final class Vocabulary {
    /// Highest G word that is looked up, in tenths.
    private static final int TOP = 1000;

    private static final int[] GRBL_G = {0, 10, 20, 30, 40, 100, 170, 180, 190, 200, 210, 280, 281, 300, 301, 382, 383,
            384, 385, 400, 431, 490, 530, 540, 550, 560, 570, 580, 590, 610, 800, 900, 910, 911, 920, 921, 930, 940};
    private static final int[] GRBL_M = {0, 10, 20, 30, 40, 50, 70, 80, 90, 300, 560};
    private static final int[] MARLIN_G = {0, 10, 20, 30, 40, 50, 60, 100, 110, 120, 170, 180, 190, 200, 210, 220, 260,
            270, 280, 290, 291, 300, 310, 320, 330, 340, 350, 380, 382, 383, 384, 385, 420, 530, 540, 550, 560, 570,
            580, 590, 591, 592, 593, 600, 610, 760, 800, 900, 910, 920, 921, 929};

    private final Dialect dialect;
    private final boolean[] g = new boolean[TOP];
    private final boolean[] m = new boolean[TOP];
    private final int letters;

    Vocabulary(Dialect dialect) {
        this.dialect = dialect;
        for (int tenths : dialect == Dialect.GRBL ? GRBL_G : MARLIN_G) {
            g[tenths] = true;
        }
        for (int tenths : GRBL_M) {
            m[tenths] = true;
        }
        letters = dialect == Dialect.GRBL ? bits("FGIJKLMNPRSTXYZ") : (1 << 26) - 1;
    }

    static int bits(String letters) {
        return letters.chars().map(c -> 1 << (c - 'A')).reduce(0, (a, b) -> a | b);
    }

    /// The letters that may be in a line, as bits.
    int letters() {
        return letters;
    }

    boolean knowsG(int tenths) {
        return tenths >= 0 && tenths < TOP && g[tenths];
    }

    /// Marlin's M words are many and differ by build, so every one is let pass there.
    boolean knowsM(int tenths) {
        return dialect == Dialect.MARLIN || tenths >= 0 && tenths < TOP && m[tenths];
    }
}
