package org.commonwright.machine.protocol;

import java.util.Optional;
import org.commonwright.gcode.Arc;
import org.commonwright.gcode.Plane;

/// A circle's part or a helix between two places.
///
/// @param arc its turn; not changed by anyone once it is here
/// @param off how far the end is off the circle, mm; 0 when that is within what GRBL lets pass
public record Helix(Position from, Position to, Arc arc, double off) {

    /// By its centre.
    ///
    /// @param centre relative to the start; what it says along the axis that is turned about does not count
    public static Helix byCentre(Position from, Position to, Plane plane, boolean clockwise, Position centre) {
        Arc arc = new Arc();
        Position way = to.minus(from);
        double off = arc.byCentre(plane, clockwise, way.along(plane.first()), way.along(plane.second()),
                centre.along(plane.first()), centre.along(plane.second()));
        return new Helix(from, to, arc, off);
    }

    /// By its radius; a negative one takes the longer way round.
    ///
    /// @return empty where no circle of that radius goes through both ends, or every one does
    public static Optional<Helix> byRadius(Position from, Position to, Plane plane, boolean clockwise, double radius) {
        Position way = to.minus(from);
        double first = way.along(plane.first());
        double second = way.along(plane.second());
        double chord = Math.hypot(first, second);
        if (chord == 0 || chord > 2 * Math.abs(radius)) {
            return Optional.empty();
        }
        Arc arc = new Arc();
        double off = arc.byRadius(plane, clockwise, first, second, radius);
        return Optional.of(new Helix(from, to, arc, off));
    }

    /// @param part of the whole turn, 0 to 1
    public Position at(double part) {
        if (part >= 1) {
            return to;
        }
        Plane plane = arc.plane();
        double angle = Math.atan2(-arc.centreSecond(), -arc.centreFirst()) + arc.sweep() * part;
        double[] place = new double[3];
        place[plane.first()] = from.along(plane.first()) + arc.centreFirst() + arc.radius() * Math.cos(angle);
        place[plane.second()] = from.along(plane.second()) + arc.centreSecond() + arc.radius() * Math.sin(angle);
        double start = from.along(plane.climb());
        place[plane.climb()] = start + (to.along(plane.climb()) - start) * part;
        return new Position(place[0], place[1], place[2]);
    }
}
