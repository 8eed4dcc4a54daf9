package org.commonwright.gcode;

/// A move as the planner sees it: its way, its top speed, its acceleration, and the directions in which it begins and ends
/// (x, y, z and filament, as parts of one).
final class Segment {
    double length;
    double speed;
    double acceleration;
    double beginX;
    double beginY;
    double beginZ;
    double beginE;
    double endX;
    double endY;
    double endZ;
    double endE;
}
