package org.commonwright.cli.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import org.commonwright.gcode.GcodeFile;
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
/// @param run      by the clock of a virtual machine; null for one of iron
public record MachineTime(String name, String dialect, double estimate, @Nullable TimedRun run) {
    /// Blocks that a planner sees where the machine itself was not asked.
    private static final int BLOCKS = 15;

    /// @param name a port, or a file of settings
    public static MachineTime of(String name, Path file, GcodeFile read, Progress progress)
            throws InterruptedException {
        Path saved = Path.of(name.startsWith("virtual:") || Port.isNetwork(name) ? "" : name);
        if (Files.isRegularFile(saved)) {
            return estimated(name, SettingsBackup.read(saved), BLOCKS, read, null);
        }
        Port port = Port.parse(name);
        try (Session session = new Machines().connect(port, "commonwright gcode info")) {
            FirmwareSettings settings = new FirmwareAccess(session).read(progress);
            TimedRun run = port instanceof Port.Virtual virtual
                    ? run(virtual.kind(), file, progress)
                    : null;
            return estimated(name, settings, session.info().plannerBlocks(), read, run);
        }
    }

    private static MachineTime estimated(String name, FirmwareSettings settings, int blocks, GcodeFile read,
            @Nullable TimedRun run) {
        return new MachineTime(name, settings.dialect(),
                TimeEstimator.estimate(read.toolpath(), MachineMotion.of(settings, blocks)).seconds(), run);
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
