package org.commonwright.machine.mill;

import org.commonwright.machine.protocol.Position;

/// One of the three axes.
public enum Axis {
    X, Y, Z;

    public double of(Position p) {
        return switch (this) {
            case X -> p.x();
            case Y -> p.y();
            case Z -> p.z();
        };
    }
}
