package org.commonwright.machine.virtual;

import org.commonwright.machine.protocol.Position;

/// Marlin 2.1's planner (`Planner::_populate_block`): top speeds of the axes and the extruder (`M203`), accelerations of the axes
/// (`M201`) and of the kind of move (`M204`), corners by junction deviation (`M205 J`) with short pieces taken for a curve
/// (`JD_HANDLE_SMALL_SEGMENTS`), or by classic jerk (`M205 X Y Z E`) where no deviation is set. A block's `spindle` is its filament.
final class MarlinPlanner implements PlannerRules {
    /// Moves shorter than this, mm, may be pieces of a curve when they turn by less than 45°.
    private static final double SHORT = 1;
    private static final double OCTAGON = Math.sqrt(0.5);
    private static final String AXES = "XYZE";

    private final MarlinEeprom eeprom;

    MarlinPlanner(MarlinEeprom eeprom) {
        this.eeprom = eeprom;
    }

    /// What the axes allow of a speed that is asked for, mm/s.
    double speed(Position way, double filament, double length, double wanted) {
        return Math.min(wanted, limit("203", parts(way, filament, length)));
    }

    @Override
    public double acceleration(Block block) {
        Position way = block.to.minus(block.from);
        String kind = way.length() < 1e-6 ? "204R" : block.spindle != 0 ? "204P" : "204T";
        return Math.min(eeprom.value(kind), limit("201", parts(block)));
    }

    @Override
    public double corner(Block before, Block block) {
        double[] a = parts(before);
        double[] b = parts(block);
        return eeprom.has("205J") ? byDeviation(a, b, block) : byJerk(a, b, Math.min(before.nominal, block.nominal));
    }

    @Override
    public double start(Block block) {
        if (eeprom.has("205J")) {
            return 0;
        }
        double speed = block.nominal;
        double[] parts = parts(block);
        for (int axis = 0; axis < parts.length; axis++) {
            if (parts[axis] != 0) {
                speed = Math.min(speed, eeprom.value("205" + AXES.charAt(axis)) / Math.abs(parts[axis]));
            }
        }
        return speed;
    }

    private double byDeviation(double[] a, double[] b, Block block) {
        double cos = 0;
        double size = 0;
        double[] change = new double[AXES.length()];
        for (int axis = 0; axis < change.length; axis++) {
            cos += a[axis] * b[axis];
            change[axis] = b[axis] - a[axis];
            size += change[axis] * change[axis];
        }
        if (cos > 0.999999) {
            return Double.MAX_VALUE;
        }
        if (cos < -0.999999) {
            return 0;
        }
        for (int axis = 0; axis < change.length; axis++) {
            change[axis] /= Math.sqrt(size);
        }
        double acceleration = Math.min(acceleration(block), limit("201", change));
        double speed = PlannerRules.deviation(cos, acceleration, eeprom.value("205J"));
        if (block.length < SHORT && cos > OCTAGON) {
            speed = Math.min(speed, Math.sqrt(block.length * acceleration / Math.acos(cos)));
        }
        return speed;
    }

    /// Both speeds scaled down until no axis changes its speed at once by more than its jerk.
    private double byJerk(double[] a, double[] b, double nominal) {
        double part = 1;
        for (int axis = 0; axis < a.length; axis++) {
            double change = Math.abs(b[axis] - a[axis]) * nominal;
            double jerk = eeprom.value("205" + AXES.charAt(axis));
            part = change > jerk ? Math.min(part, jerk / change) : part;
        }
        return nominal * part;
    }

    private double limit(String setting, double[] parts) {
        double limit = Double.MAX_VALUE;
        for (int axis = 0; axis < parts.length; axis++) {
            if (parts[axis] != 0) {
                limit = Math.min(limit, eeprom.value(setting + AXES.charAt(axis)) / Math.abs(parts[axis]));
            }
        }
        return limit;
    }

    private static double[] parts(Block block) {
        return parts(block.to.minus(block.from), block.spindle, block.length);
    }

    private static double[] parts(Position way, double filament, double length) {
        return new double[]{way.x() / length, way.y() / length, way.z() / length, filament / length};
    }
}
