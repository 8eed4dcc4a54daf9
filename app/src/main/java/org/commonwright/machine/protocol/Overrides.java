package org.commonwright.machine.protocol;

/// Percentages of the programmed values, and what is switched on.
///
/// @param accessories in GRBL's letters: `S` spindle clockwise, `C` counter-clockwise, `F` flood, `M` mist
public record Overrides(int feed, int rapid, int spindle, String accessories) {
    public static final Overrides NONE = new Overrides(100, 100, 100);

    public Overrides(int feed, int rapid, int spindle) {
        this(feed, rapid, spindle, "");
    }
}
