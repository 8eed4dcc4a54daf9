package org.commonwright.machine.preflight;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Problem;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;

/// Looks at a program with the eyes of the machine that is to run it: what the firmware would refuse, whether the way stays
/// inside the travel with the work's present zero, tool, heat, units, laser. Each finding knows its line. An error is what
/// will go wrong, a warning what probably will, a note what a person should know.
public final class Preflight {
    private Preflight() {}

    /// @param file the same program, read
    /// @param status what the machine reports now; its positions give the work's zero
    public static List<Problem> check(Program program, GcodeFile file, MachineInfo info, MachineStatus status,
            Progress progress) {
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
}
