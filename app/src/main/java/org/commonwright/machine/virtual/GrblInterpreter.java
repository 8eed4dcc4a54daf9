package org.commonwright.machine.virtual;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.commonwright.gcode.Plane;
import org.commonwright.machine.protocol.Helix;
import org.commonwright.machine.protocol.Position;

/// Turns a parsed line into what GRBL then does, step by step, in GRBL's order of execution.
final class GrblInterpreter {
    private final GrblModes modes = new GrblModes();
    private final Coordinates coordinates = new Coordinates();
    private final GrblSettings settings;
    private final MotionQueue motion;
    private final GrblProbe probe;
    private final int capacity;
    /// Where the tool will be when everything planned is done.
    private Position planned = Position.ORIGIN;

    GrblInterpreter(GrblSettings settings, MotionQueue motion, GrblProbe probe, int capacity) {
        this.settings = settings;
        this.motion = motion;
        this.probe = probe;
        this.capacity = capacity;
        motion.rules(new GrblPlanner(settings));
    }

    GrblModes modes() {
        return modes;
    }

    Coordinates coordinates() {
        return coordinates;
    }

    /// The tool was moved or stopped by other means.
    void standAt(Position position) {
        planned = position;
    }

    Position offset() {
        return coordinates.offset(modes.system);
    }

    /// @param dry check mode: everything but motion
    /// @throws Refusal before anything has changed
    Deque<Step> steps(GrblCommand c, boolean dry, long eepromNanos) throws Refusal {
        double moves = Double.isNaN(c.motion) ? modes.motion : c.motion;
        boolean usesAxes = c.hasAxes();
        boolean nonModalAxes = c.nonModal == 10 || c.nonModal == 28 || c.nonModal == 30 || c.nonModal == 92
                || c.toolLength == 43.1;
        if (c.toolLength == 43.1 && (c.has('X') || c.has('Y') || !c.has('Z'))) {
            throw new Refusal(37);
        }
        if (usesAxes && nonModalAxes && !Double.isNaN(c.motion)) {
            throw new Refusal(24);
        }
        if (c.nonModal == 53 && moves != 0 && moves != 1) {
            throw new Refusal(30);
        }
        if (c.nonModal == 4 && !c.has('P')) {
            throw new Refusal(28);
        }
        boolean travels = usesAxes && !nonModalAxes;
        if (travels && moves == 80) {
            throw new Refusal(31);
        }
        boolean probes = moves > 38 && moves < 39;
        if (!usesAxes && (c.motion == 2 || c.motion == 3 || probes && c.motion == moves)) {
            throw new Refusal(26);
        }
        double unit = c.units == 0 ? modes.unit() : c.units == 20 ? 25.4 : 1;
        double feed = c.has('F') ? c.value('F', 0) * unit : modes.feed;
        if (travels && moves > 0 && feed == 0) {
            throw new Refusal(22);
        }
        int plane = c.plane == 0 ? modes.plane : c.plane;
        boolean relative = c.distance == 0 ? modes.relative : c.distance == 91;
        int system = c.system == 0 ? modes.system : c.system;
        Position target = travels ? target(c, c.nonModal == 53, relative, coordinates.offset(system), unit) : planned;
        if (travels && probes && target.equals(planned)) {
            throw new Refusal(33);
        }
        List<Position> path = travels && (moves == 2 || moves == 3)
                ? arc(c, target, plane, moves == 2, unit)
                : List.of(target);
        Deque<Step> steps = new ArrayDeque<>();
        commit(c, steps, unit, feed, dry);
        if (c.nonModal == 4) {
            steps.add(this::standstill);
            steps.add(new Wait((long) (dry ? 0 : c.value('P', 0) * 1e9)));
        }
        if (c.nonModal == 10 || c.nonModal == 28.1 || c.nonModal == 30.1 || c.system > 0) {
            steps.add(new Wait(eepromNanos));
        }
        other(c, unit, steps, feed, dry);
        if (travels && probes && !dry) {
            double limit = limit(target.minus(planned).times(1 / target.minus(planned).length()));
            steps.addAll(probe.steps(planned, target, moves, Math.min(limit, feed / 60), this::standAt));
        } else if (travels && !dry) {
            travel(path, moves == 0, feed, (int) c.value('N', 0), steps);
        }
        return steps;
    }

    private void commit(GrblCommand c, Deque<Step> steps, double unit, double feed, boolean dry) {
        modes.feed = feed;
        modes.speed = c.value('S', modes.speed);
        modes.tool = (int) c.value('T', modes.tool);
        modes.motion = Double.isNaN(c.motion) ? modes.motion : c.motion;
        modes.plane = c.plane == 0 ? modes.plane : c.plane;
        modes.relative = c.distance == 0 ? modes.relative : c.distance == 91;
        modes.inches = unit != 1;
        modes.system = c.system == 0 ? modes.system : c.system;
        int spindle = modes.spindle;
        boolean flood = modes.flood;
        boolean mist = modes.mist;
        modes.spindle = c.spindle == 0 ? modes.spindle : c.spindle;
        if (c.coolant > 0) {
            modes.flood = c.coolant == 8 || c.coolant == 7 && modes.flood;
            modes.mist = c.coolant == 7 || c.coolant == 8 && modes.mist;
        }
        if (!dry && (spindle != modes.spindle || flood != modes.flood || mist != modes.mist)) {
            // GRBL switches nothing before what was planned is done.
            steps.add(this::standstill);
            steps.add(_ -> {
                modes.switchTool();
                return true;
            });
        }
    }

    private void other(GrblCommand c, double unit, Deque<Step> steps, double feed, boolean dry) throws Refusal {
        if (c.toolLength != 0) {
            coordinates.toolLength(c.toolLength == 49 ? 0 : unit * c.value('Z', 0));
        }
        if (c.nonModal == 10) {
            int p = (int) c.value('P', 0);
            coordinates.set(p == 0 ? modes.system : 53 + p, c, c.value('L', 2) == 20, planned, unit);
        } else if (c.nonModal == 92) {
            coordinates.shift(modes.system, c, planned, unit);
        } else if (c.nonModal == 92.1) {
            coordinates.clearShift();
        } else if (c.nonModal == 28.1 || c.nonModal == 30.1) {
            coordinates.storeHome(c.nonModal, planned);
        } else if ((c.nonModal == 28 || c.nonModal == 30) && !dry) {
            Position home = coordinates.home(c.nonModal);
            Position first = c.hasAxes() ? target(c, false, modes.relative, offset(), unit) : planned;
            travel(List.of(first, home), true, feed, 0, steps);
        }
    }

    private Position target(GrblCommand c, boolean machine, boolean relative, Position offset, double unit) {
        Position zero = machine ? Position.ORIGIN : relative ? planned : offset;
        return new Position(c.has('X') ? zero.x() + unit * c.value('X', 0) : planned.x(),
                c.has('Y') ? zero.y() + unit * c.value('Y', 0) : planned.y(),
                c.has('Z') ? zero.z() + unit * c.value('Z', 0) : planned.z());
    }

    private List<Position> arc(GrblCommand c, Position target, int plane, boolean clockwise, double unit)
            throws Refusal {
        return Chords.ends(helix(c, target, Plane.of(plane), clockwise, unit),
                Chords.byTolerance(settings.get(12)));
    }

    private Helix helix(GrblCommand c, Position target, Plane plane, boolean clockwise, double unit) throws Refusal {
        if (c.has('R')) {
            Position way = target.minus(planned);
            if (way.along(plane.first()) == 0 && way.along(plane.second()) == 0) {
                throw new Refusal(33);
            }
            return Helix.byRadius(planned, target, plane, clockwise, c.value('R', 0) * unit)
                    .orElseThrow(() -> new Refusal(34));
        }
        if (!c.has((char) ('I' + plane.first())) && !c.has((char) ('I' + plane.second()))) {
            throw new Refusal(35);
        }
        Position centre = new Position(c.value('I', 0), c.value('J', 0), c.value('K', 0)).times(unit);
        Helix arc = Helix.byCentre(planned, target, plane, clockwise, centre);
        if (arc.off() > 0) {
            throw new Refusal(33);
        }
        return arc;
    }

    private void travel(List<Position> path, boolean rapid, double feed, int line, Deque<Step> steps) {
        for (Position end : path) {
            Position from = planned;
            planned = end;
            double length = end.minus(from).length();
            if (length > 0) {
                double limit = limit(end.minus(from).times(1 / length));
                double speed = rapid ? limit : Math.min(limit, feed / 60);
                double turns = modes.spindle == 5 ? 0 : modes.speed;
                steps.add(now -> {
                    if (motion.planned(now, GrblPlanner.SEGMENTS) >= capacity) {
                        return false;
                    }
                    motion.add(new Block(from, end, length, speed, turns, line), now);
                    return true;
                });
            }
        }
    }

    /// The fastest that this direction allows, in mm/s.
    private double limit(Position direction) {
        double x = settings.get(110) / 60 / Math.max(1e-9, Math.abs(direction.x()));
        double y = settings.get(111) / 60 / Math.max(1e-9, Math.abs(direction.y()));
        double z = settings.get(112) / 60 / Math.max(1e-9, Math.abs(direction.z()));
        return Math.min(x, Math.min(y, z));
    }

    private boolean standstill(long now) {
        return motion.isEmpty();
    }
}
