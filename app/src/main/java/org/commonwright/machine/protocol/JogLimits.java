package org.commonwright.machine.protocol;

/// What the axes can do. A firmware drives slower than it is told where an axis cannot follow; a jog that took no notice would
/// send faster than is driven, and the rest would pile up in the machine.
///
/// @param speed of each axis, in mm per second
/// @param acceleration of each axis, in mm/s²
public record JogLimits(Position speed, Position acceleration) {
    /// The same way, no faster than its slowest axis.
    public Position within(Position velocity) {
        double length = velocity.length();
        return length == 0 ? velocity : velocity.times(Math.min(1, along(speed, velocity.times(1 / length)) / length));
    }

    /// Along a direction, in mm/s².
    double accelerationAlong(Position direction) {
        return along(acceleration, direction);
    }

    private static double along(Position most, Position direction) {
        return Math.min(part(most.x(), direction.x()),
                Math.min(part(most.y(), direction.y()), part(most.z(), direction.z())));
    }

    private static double part(double most, double of) {
        return of == 0 ? Double.MAX_VALUE : most / Math.abs(of);
    }
}
