package org.commonwright.machine.trial;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.TimeEstimate;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.firmware.MachineMotion;
import org.commonwright.machine.preflight.Preflight;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.task.Progress;

/// Runs a program on a virtual machine of its dialect that needs no time, to see what a real one would make of it.
///
/// @param outcome how the run ended there
/// @param file the program as it was read: its toolpath
/// @param estimate the time that a machine like the virtual one takes
/// @param end where the virtual machine then was
public record Trial(RunOutcome outcome, GcodeFile file, TimeEstimate estimate, MachineStatus end) {
    private static final String HOLDER = "trial";

    /// @param dialect `grbl` or `marlin`
    /// @throws Fault when it cannot be run at all: a line that is too long, an unknown dialect
    public static Trial of(Program program, String dialect, Progress progress) throws InterruptedException {
        GcodeFile file = read(program, dialect, progress);
        var port = new Port.Virtual(Port.Virtual.Kind.valueOf(dialect.toUpperCase(Locale.ROOT)), 0);
        try (Session session = new Machines().connect(port, HOLDER)) {
            RunOutcome outcome = session.run(program, SendLog.NONE, progress);
            TimeEstimate time = TimeEstimator.estimate(file.toolpath(), MachineMotion.of(session.info()));
            return new Trial(outcome, file, time, session.status());
        }
    }

    /// What is wrong with lines that a person changed, and with the program that follows them: words, lengths, and the way
    /// against the travel when the machine is known.
    ///
    /// @param info of the machine that is to run it, or [#usual]
    public static List<Problem> check(Program program, MachineInfo info, MachineStatus status, Progress progress) {
        return Preflight.check(program, read(program, info.dialect(), progress), info, status, progress);
    }

    /// What is taken for granted of a machine that is not connected: its firmware's words and lengths, no travel.
    ///
    /// @throws Fault `machine.resume-dialect`
    public static MachineInfo usual(String dialect) {
        SortedMap<String, String> none = new TreeMap<>();
        return switch (dialect) {
            case "grbl" -> new MachineInfo(dialect, "Grbl", "1.1h", 128, 15, new TreeSet<>(), none);
            case "marlin" -> new MachineInfo(dialect, "Marlin", "", 0, 0, new TreeSet<>(), none);
            default -> throw new Fault("machine.resume-dialect", dialect);
        };
    }

    private static GcodeFile read(Program program, String dialect, Progress progress) {
        Dialect spoken = usual(dialect).dialect().equals("grbl") ? Dialect.GRBL : Dialect.MARLIN;
        return GcodeReader.read(program.bytes(), program.name(), spoken, progress);
    }
}
