package org.commonwright.workbench.machines;

import java.util.List;
import org.commonwright.error.Problem;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.MotionLimits;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.machine.Session;
import org.commonwright.machine.firmware.MachineMotion;
import org.commonwright.machine.preflight.Preflight;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;

/// Reads programs with the eyes of the machine that is to run them.
final class ProgramReading {
    private final Session session;

    ProgramReading(Session session) {
        this.session = session;
    }

    LoadedProgram read(Program program, Progress watch) {
        GcodeFile file = GcodeReader.read(program.open(), program.size(), program.name(), watch);
        watch.check();
        return LoadedProgram.of(program, file,
                TimeEstimator.estimate(file.toolpath(), limits(file)), findings(program, file, watch));
    }

    /// What is wrong with it, with the work's zero as it is now.
    List<Problem> findings(Program program, GcodeFile file, Progress watch) {
        return Preflight.check(program, file, session.info(), session.status(), watch);
    }

    /// The same, of a program that nobody has read yet.
    List<Problem> findings(Program program, Progress watch) {
        return findings(program, GcodeReader.read(program.open(), program.size(), program.name(), watch), watch);
    }

    /// This machine's own where it speaks the program's language.
    private MotionLimits limits(GcodeFile file) {
        MachineInfo info = session.info();
        boolean same = info.dialect().equals(file.dialect() == Dialect.GRBL ? "grbl" : "marlin");
        return same ? MachineMotion.of(info) : MotionLimits.of(file.dialect());
    }
}
