package org.commonwright.gcode;

import java.nio.charset.StandardCharsets;

/// Says what is wrong with a line's words, apart from what they do.
final class BlockCheck {
    private static final int AXES_AND_CENTRES = Vocabulary.bits("XYZIJKRFSPTLN");

    private final Dialect dialect;
    private final Vocabulary vocabulary;
    private final MotionSink sink;

    BlockCheck(Dialect dialect, MotionSink sink) {
        this.dialect = dialect;
        this.vocabulary = new Vocabulary(dialect);
        this.sink = sink;
    }

    void check(Block block, byte[] bytes, int to, int line) {
        if (block.badByteAt >= 0) {
            sink.problem(line, true, "gcode.bad-byte", hex(bytes[block.badByteAt]));
        }
        if (block.strayAt >= 0) {
            unknown(line, text(bytes, block.strayAt, to));
        }
        if (block.badChecksum) {
            sink.problem(line, false, "gcode.checksum");
        }
        letters(block, line);
        codes(block, line);
        if (block.bareAt >= 0 && dialect == Dialect.GRBL) {
            sink.problem(line, true, "gcode.no-number", text(bytes, block.bareAt, to));
        }
    }

    private void letters(Block block, int line) {
        int unknown = block.letters & ~vocabulary.letters();
        if (unknown != 0) {
            for (int i = 0; i < 26; i++) {
                if ((unknown >> i & 1) != 0) {
                    unknown(line, String.valueOf((char) ('A' + i)));
                }
            }
        }
        if (dialect == Dialect.GRBL && (block.repeated & AXES_AND_CENTRES) != 0) {
            char letter = (char) ('A' + Integer.numberOfTrailingZeros(block.repeated & AXES_AND_CENTRES));
            sink.problem(line, true, "gcode.repeated-word", String.valueOf(letter));
        }
    }

    private void codes(Block block, int line) {
        int groups = 0;
        for (int i = 0; i < block.gCount; i++) {
            int tenths = block.g[i];
            if (!vocabulary.knowsG(tenths)) {
                unknown(line, "G" + written(tenths));
            }
            int group = 1 << group(tenths);
            if (dialect == Dialect.GRBL && (groups & group) != 0) {
                sink.problem(line, true, "gcode.same-group", "G" + written(tenths));
            }
            groups |= group == 1 ? 0 : group;
        }
        for (int i = 0; i < block.mCount; i++) {
            if (!vocabulary.knowsM(block.m[i])) {
                unknown(line, "M" + written(block.m[i]));
            }
        }
        if (dialect == Dialect.MARLIN && block.gCount + block.mCount > 1) {
            sink.problem(line, false, "gcode.two-commands");
        }
    }

    /// Modal groups as RS-274/NGC table 4 has them; 0 for words in none.
    private static int group(int tenths) {
        return switch (tenths) {
            case 0, 10, 20, 30, 382, 383, 384, 385, 800 -> 1;
            case 170, 180, 190 -> 2;
            case 900, 910 -> 3;
            case 901, 911 -> 4;
            case 930, 940 -> 5;
            case 200, 210 -> 6;
            case 431, 490 -> 8;
            case 540, 550, 560, 570, 580, 590 -> 12;
            case 40, 100, 280, 281, 300, 301, 920, 921 -> 13;
            default -> 0;
        };
    }

    private void unknown(int line, String word) {
        sink.problem(line, dialect == Dialect.GRBL, "gcode.unknown-word", word);
    }

    static String written(int tenths) {
        return tenths % 10 == 0 ? Integer.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    private static String hex(byte b) {
        return String.format("0x%02X", b & 0xff);
    }

    /// The offending word, at most 12 bytes of it, with nothing in it that a terminal would obey.
    private static String text(byte[] bytes, int from, int to) {
        int end = from + 1;
        while (end < to && end - from < 12 && bytes[end] > ' ') {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "·");
    }
}
