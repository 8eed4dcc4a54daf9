package org.commonwright.machine.virtual;

import org.commonwright.machine.protocol.Position;

/// A straight move as a planner keeps it; speeds in mm/s.
final class Block {
    final Position from;
    final Position to;
    final double length;
    final double nominal;
    final double spindle;
    final int line;
    /// mm/s²; set when it is planned.
    double acceleration = 1;
    double maxEntry;
    double entry;

    /// @param way how far it is; for an extruder that moves alone, its own way
    Block(Position from, Position to, double way, double nominal, double spindle, int line) {
        this.from = from;
        this.to = to;
        this.length = way;
        this.nominal = nominal;
        this.spindle = spindle;
        this.line = line;
    }

    Position at(double s) {
        return length == 0 ? to : from.plus(to.minus(from).times(Math.clamp(s / length, 0, 1)));
    }

    /// Cosine of the angle between this move's direction and the next one's.
    double straightness(Block following) {
        Position a = to.minus(from);
        Position b = following.to.minus(following.from);
        double lengths = a.length() * b.length();
        return lengths == 0 ? -1 : (a.x() * b.x() + a.y() * b.y() + a.z() * b.z()) / lengths;
    }
}
