package org.commonwright.machine.protocol;

/// A change of speed while a program runs.
public enum Adjustment {
    FEED_NORMAL, FEED_PLUS_10, FEED_MINUS_10, FEED_PLUS_1, FEED_MINUS_1, RAPID_FULL, RAPID_HALF, RAPID_QUARTER,
    SPINDLE_NORMAL, SPINDLE_PLUS_10, SPINDLE_MINUS_10, SPINDLE_PLUS_1, SPINDLE_MINUS_1
}
