package org.commonwright.machine.preflight;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.gcode.Toolpath;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.commonwright.model.Bounds;

/// Whether a program stays inside the machine. GRBL says how far its axes go (`$130` to `$132`) and counts from its home
/// corner: from minus the travel to zero, or, where it was built to call its home corner zero (option `Z`) and homes to the
/// other end (`$23`), from zero to the travel. Where it never homes, only sizes can be compared.
final class Travel {
    private static final String AXES = "XYZ";
    /// Rounding in programs and reports, mm.
    private static final double SLACK = 0.01;

    private Travel() {}

    static void check(String file, Toolpath path, MachineInfo info, MachineStatus status, Consumer<Problem> found) {
        Bounds box = path.bounds();
        if (!info.dialect().equals("grbl") || box.isEmpty() || path.size() == 0) {
            return;
        }
        double[] low = {box.minX(), box.minY(), box.minZ()};
        double[] high = {box.maxX(), box.maxY(), box.maxZ()};
        boolean homes = info.setting("$22", 0) != 0;
        boolean enforced = info.setting("$20", 0) != 0;
        for (int axis = 0; axis < 3; axis++) {
            double travel = info.setting("$" + (130 + axis), 0);
            if (travel <= 0) {
                continue;
            }
            if (high[axis] - low[axis] > travel + SLACK) {
                found.accept(Problem.error(Place.file(file), "machine.preflight-size", name(axis),
                        round(high[axis] - low[axis]), round(travel)));
            } else if (homes || enforced) {
                inside(file, path, info, status, axis, travel, low[axis], high[axis], enforced, found);
            }
        }
    }

    private static void inside(String file, Toolpath path, MachineInfo info, MachineStatus status, int axis,
            double travel, double low, double high, boolean enforced, Consumer<Problem> found) {
        Position machine = status.machine();
        Position work = status.work();
        if (machine == null || work == null) {
            return;
        }
        boolean positive = info.capabilities().contains("Z") && ((int) info.setting("$23", 0) >> axis & 1) != 0;
        double offset = part(machine, axis) - part(work, axis);
        double least = (positive ? 0 : -travel) - offset;
        double most = least + travel;
        if (low >= least - SLACK && high <= most + SLACK) {
            return;
        }
        IntToDoubleFunction at = i -> axis == 0 ? path.x(i) : axis == 1 ? path.y(i) : path.z(i);
        int first = 0;
        while (first < path.size() && !leaves(at.applyAsDouble(first), least, most, low, high)) {
            first++;
        }
        Place place = first < path.size() ? Place.line(file, path.line(first)) : Place.file(file);
        double end = low < least - SLACK ? low : high;
        found.accept(new Problem(enforced ? Problem.Severity.ERROR : Problem.Severity.WARNING,
                "machine.preflight-travel",
                List.of(name(axis), round(end), round(least), round(most)), place));
    }

    /// An axis that the program has not named yet is drawn at 0, where the tool need not be.
    private static boolean leaves(double v, double least, double most, double low, double high) {
        return (v < least - SLACK || v > most + SLACK) && v >= low - SLACK && v <= high + SLACK;
    }

    private static double part(Position p, int axis) {
        return axis == 0 ? p.x() : axis == 1 ? p.y() : p.z();
    }

    private static String name(int axis) {
        return AXES.substring(axis, axis + 1);
    }

    private static double round(double mm) {
        return Math.rint(mm * 100) / 100;
    }
}
