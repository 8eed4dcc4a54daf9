package org.commonwright.machine.grbl;

import org.commonwright.machine.protocol.Adjustment;
import org.commonwright.machine.protocol.Signal;

/// The single bytes that GRBL obeys at once. (GRBL 1.1, "Real-time commands", extended-ASCII.)
final class GrblBytes {
    private GrblBytes() {}

    static int of(Adjustment adjustment) {
        return switch (adjustment) {
            case FEED_NORMAL -> 0x90;
            case FEED_PLUS_10 -> 0x91;
            case FEED_MINUS_10 -> 0x92;
            case FEED_PLUS_1 -> 0x93;
            case FEED_MINUS_1 -> 0x94;
            case RAPID_FULL -> 0x95;
            case RAPID_HALF -> 0x96;
            case RAPID_QUARTER -> 0x97;
            case SPINDLE_NORMAL -> 0x99;
            case SPINDLE_PLUS_10 -> 0x9A;
            case SPINDLE_MINUS_10 -> 0x9B;
            case SPINDLE_PLUS_1 -> 0x9C;
            case SPINDLE_MINUS_1 -> 0x9D;
        };
    }

    static int of(Signal signal) {
        return switch (signal) {
            case DOOR -> 0x84;
            case RESET -> GrblWire.RESET;
            case SPINDLE_STOP -> 0x9E;
            case FLOOD -> 0xA0;
            case MIST -> 0xA1;
        };
    }
}
