package org.commonwright.machine.virtual;

/// The percentages that GRBL's override bytes change, within GRBL's limits.
final class GrblOverrides {
    private int feed = 100;
    private int rapid = 100;
    private int spindle = 100;

    int feed() {
        return feed;
    }

    int spindle() {
        return spindle;
    }

    /// The three as `Ov:` has them.
    String list() {
        return feed + "," + rapid + "," + spindle;
    }

    void normal() {
        feed = 100;
        rapid = 100;
        spindle = 100;
    }

    /// @param b a byte from 0x90 to 0x9D
    void apply(int b) {
        feed = switch (b) {
            case 0x90 -> 100;
            case 0x91 -> Math.min(200, feed + 10);
            case 0x92 -> Math.max(10, feed - 10);
            case 0x93 -> Math.min(200, feed + 1);
            case 0x94 -> Math.max(10, feed - 1);
            default -> feed;
        };
        rapid = b == 0x95 ? 100 : b == 0x96 ? 50 : b == 0x97 ? 25 : rapid;
        spindle = switch (b) {
            case 0x99 -> 100;
            case 0x9A -> Math.min(200, spindle + 10);
            case 0x9B -> Math.max(10, spindle - 10);
            case 0x9C -> Math.min(200, spindle + 1);
            case 0x9D -> Math.max(10, spindle - 1);
            default -> spindle;
        };
    }
}
