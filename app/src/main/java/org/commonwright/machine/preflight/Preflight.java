package org.commonwright.machine.preflight;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Problem;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;

/// Looks at a program with the eyes of the machine that is to run it: what the firmware would refuse, whether the way stays
/// inside the travel with the work's present zero, tool, heat, units, laser. Each finding knows its line. An error is what
/// will go wrong, a warning what probably will, a note what a person should know.
public final class Preflight {
    private Preflight() {}

    /// @param given the same program, read; read again when it was taken for another firmware's
    /// @param status what the machine reports now; its positions give the work's zero
    public static List<Problem> check(Program program, GcodeFile given, MachineInfo info, MachineStatus status,
            Progress progress) {
        GcodeFile file = inTheMachinesWords(program, given, info, progress);
        List<Problem> found = new ArrayList<>(file.problems());
        LineLengths.check(program, info, found::add);
        Travel.check(program.name(), file.toolpath(), info, status, found::add);
        var scan = new ProgramScan(info, status, program.name(), found::add);
        for (int line = 1; line <= program.lines(); line++) {
            if ((line & 0xfff) == 0) {
                progress.check();
                progress.update((double) line / program.lines());
            }
            scan.line(line, program.line(line));
        }
        scan.end(program.lines());
        return List.copyOf(found);
    }

    /// A short program may look like another firmware's; what counts is what this machine makes of it.
    private static GcodeFile inTheMachinesWords(Program program, GcodeFile given, MachineInfo info, Progress progress) {
        Dialect spoken = info.dialect().equals(Dialect.MARLIN.id()) ? Dialect.MARLIN : Dialect.GRBL;
        return given.dialect() == spoken
                ? given
                : GcodeReader.readFor(spoken, program.open(), program.size(), program.name(), progress);
    }
}
