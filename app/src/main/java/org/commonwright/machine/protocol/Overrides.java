package org.commonwright.machine.protocol;

/// Percentages of the programmed values.
public record Overrides(int feed, int rapid, int spindle) {
    public static final Overrides NONE = new Overrides(100, 100, 100);
}
