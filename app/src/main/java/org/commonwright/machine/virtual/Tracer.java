package org.commonwright.machine.virtual;

import org.commonwright.machine.protocol.Position;

/// Sees each move that a virtual machine really made: what a test compares with what was meant.
@FunctionalInterface
public interface Tracer {
    Tracer NONE = (_, _, _) -> {};

    /// @param spindle turns per minute while it moved, or the amount extruded
    void moved(Position from, Position to, double spindle);
}
