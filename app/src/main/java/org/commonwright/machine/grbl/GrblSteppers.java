package org.commonwright.machine.grbl;

import java.util.Optional;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Steppers;

/// What GRBL's steppers may hold that has left its planner, by its own settings (`st_prep_buffer` in `stepper.c`): a segment lasts a
/// hundredth of a second (`ACCELERATION_TICKS_PER_SECOND`), or as long as a step and a quarter takes, and belongs to one move.
final class GrblSteppers {
    private static final double SEGMENT = 0.01;
    /// `SEGMENT_BUFFER_SIZE` of GRBL, and what its relatives have where nobody has changed it.
    private static final int SEGMENTS = 6;
    private static final int MORE_SEGMENTS = 12;
    /// `MPos:` is read before `Bf:`, and between the two words a report may wait for the cable.
    private static final int REPORT = 2;

    /// Three digits behind the point, or four in inches (`$13`), of a place and of the zero that it is counted from.
    private static final double REPORT_MM = 0.003;
    private static final double REPORT_INCHES = 0.006;

    private GrblSteppers() {}

    /// Empty where the machine does not list its settings: then nothing is reckoned.
    static Optional<Steppers> of(MachineInfo machine) {
        Position steps = axes(machine, 100);
        Position rates = axes(machine, 110).times(1.0 / 60);
        Position accelerations = axes(machine, 120);
        double deviation = machine.setting("$11", 0);
        double arcs = machine.setting("$12", -1);
        double least = Math.min(steps.x(), Math.min(steps.y(), steps.z()));
        if (!isPositive(steps) || !isPositive(rates) || !isPositive(accelerations) || !(deviation >= 0 && arcs >= 0)) {
            return Optional.empty();
        }
        int segments = machine.firmware().equalsIgnoreCase("Grbl") ? SEGMENTS : MORE_SEGMENTS;
        return Optional.of(new Steppers(segments + REPORT, SEGMENT, 1 / least, rates, accelerations, deviation,
                machine.setting("$13", 0) == 0 ? REPORT_MM : REPORT_INCHES, arcs));
    }

    private static Position axes(MachineInfo machine, int first) {
        return new Position(machine.setting("$" + first, 0), machine.setting("$" + (first + 1), 0),
                machine.setting("$" + (first + 2), 0));
    }

    private static boolean isPositive(Position of) {
        return of.x() > 0 && of.y() > 0 && of.z() > 0;
    }
}
