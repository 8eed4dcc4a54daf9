package org.commonwright.machine.preflight;

import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.machine.grbl.GrblLines;
import org.commonwright.machine.marlin.MarlinLines;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.Program;

/// Lines that cannot be sent at all: too long, or with characters that would act at once.
final class LineLengths {
    private LineLengths() {}

    static void check(Program program, MachineInfo info, Consumer<Problem> found) {
        try {
            if (info.dialect().equals("grbl")) {
                GrblLines.check(program, GrblLines.longest(info.firmware()));
            } else {
                MarlinLines.check(program);
            }
        } catch (Fault fault) {
            Place place = fault.arguments().size() > 1 && fault.arguments().get(1) instanceof Integer line
                    ? Place.line(program.name(), line)
                    : Place.file(program.name());
            found.accept(Problem.of(fault, place));
        }
    }
}
