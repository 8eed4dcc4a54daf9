package org.commonwright.cli.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.firmware.FirmwareAccess;
import org.commonwright.machine.firmware.FirmwareSettings;
import org.commonwright.machine.firmware.MachineMotion;
import org.commonwright.machine.firmware.SettingsBackup;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.virtual.TimedRun;
import org.commonwright.machine.virtual.Tracer;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// How long a program takes on one machine.
///
/// @param name     as it was given
/// @param dialect  `grbl` or `marlin`
/// @param estimate seconds, by the machine's own settings
/// @param foreign  what in a program that was written for another firmware this machine's does not take
/// @param run      by the clock of a virtual machine; null for one of iron
public record MachineTime(String name, String dialect, double estimate, List<Problem> foreign,
        @Nullable TimedRun run) {
    /// Blocks that a planner sees where the machine itself was not asked.
    private static final int BLOCKS = 15;

    /// @param name a port, or a file of settings
    public static MachineTime of(String name, Path file, GcodeFile read, Progress progress)
            throws InterruptedException {
        Path saved = Path.of(name.startsWith("virtual:") || Port.isNetwork(name) ? "" : name);
        if (Files.isRegularFile(saved)) {
            return estimated(name, SettingsBackup.read(saved), BLOCKS, file, read, null, progress);
        }
        Port port = port(name);
        try (Session session = new Machines().connect(port, "commonwright gcode info")) {
            FirmwareSettings settings = new FirmwareAccess(session).read(progress);
            TimedRun run = port instanceof Port.Virtual virtual
                    ? run(virtual.kind(), file, progress)
                    : null;
            return estimated(name, settings, session.info().plannerBlocks(), file, read, run, progress);
        }
    }

    private static MachineTime estimated(String name, FirmwareSettings settings, int blocks, Path file, GcodeFile read,
            @Nullable TimedRun run, Progress progress) {
        Dialect spoken = settings.dialect().equals(Dialect.MARLIN.id()) ? Dialect.MARLIN : Dialect.GRBL;
        GcodeFile theirs = read;
        List<Problem> foreign = List.of();
        if (read.dialect() != spoken) {
            Program program = Program.read(file);
            theirs = GcodeReader.readFor(spoken, program.open(), program.size(), program.name(), progress);
            foreign = theirs.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
        }
        return new MachineTime(name, settings.dialect(),
                TimeEstimator.estimate(theirs.toolpath(), MachineMotion.of(settings, blocks)).seconds(), foreign, run);
    }

    /// What a path that is no port of this system looks like: a file that is not there.
    private static Port port(String name) {
        Port port = Port.parse(name);
        if (port instanceof Port.Serial(String path, _) && !path.startsWith("/dev/")
                && !path.matches("(?i)COM[0-9]+")) {
            throw new Fault("gcode.no-such-machine", name);
        }
        return port;
    }

    private static @Nullable TimedRun run(Port.Virtual.Kind kind, Path file, Progress progress) {
        return switch (kind) {
            case GRBL -> TimedRun.of(new VirtualGrbl(Tracer.NONE), Program.read(file), false, progress);
            case MARLIN ->
                TimedRun.of(new VirtualMarlin(VirtualMarlin.Build.USUAL, Tracer.NONE), Program.read(file), true,
                        progress);
            case ARDUINO -> null;
        };
    }
}
