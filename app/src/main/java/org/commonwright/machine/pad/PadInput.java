package org.commonwright.machine.pad;

import java.util.Set;

/// How a pad is held at a moment. Sticks go from -1 to 1, to the right and away from the person.
public record PadInput(double leftX, double leftY, double rightX, double rightY, Set<PadButton> down) {
    static final PadInput REST = new PadInput(0, 0, 0, 0, Set.of());

    public PadInput {
        down = Set.copyOf(down);
    }
}
