package org.commonwright.machine.link;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which other process has a device open, as Linux tells in `/proc`; elsewhere nothing is known. A process of another person
/// cannot be looked into, and stays unnamed.
public final class PortHolders {
    private static final Path MULTIPLEXER = Path.of("/dev/ptmx");
    private static final Path MULTIPLEXER_TOO = Path.of("/dev/pts/ptmx");

    private final Path proc;
    private final long self;

    /// @param proc `/proc`, or a test's own
    /// @param self the process that does not count
    PortHolders(Path proc, long self) {
        this.proc = proc;
        this.self = self;
    }

    public static PortHolders ofThisSystem() {
        return new PortHolders(Path.of("/proc"), ProcessHandle.current().pid());
    }

    /// A process that has a device open.
    ///
    /// @param name the program's, such as `cura`; `Commonwright` for another window or command of ours
    public record Holder(long pid, String name) {}

    /// The first that is found.
    public Optional<Holder> of(Path device) {
        Path real;
        try {
            real = device.toRealPath();
        } catch (IOException _) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                long pid = Long.parseLong(process.getFileName().toString());
                if (pid != self && holds(process.resolve("fd"), real)) {
                    return Optional.of(new Holder(pid, name(process)));
                }
            }
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /// Who made a pseudo-terminal is its machine, not one who uses it.
    private static boolean holds(Path descriptors, Path device) {
        boolean holds = false;
        boolean machine = false;
        try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : open) {
                Path target = target(descriptor);
                holds |= device.equals(target);
                machine |= MULTIPLEXER.equals(target) || MULTIPLEXER_TOO.equals(target);
            }
        } catch (IOException _) {
            // Another person's process, or one that has just ended.
            return false;
        }
        return holds && !(machine && device.startsWith("/dev/pts"));
    }

    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException _) {
            return descriptor;
        }
    }

    private static String name(Path process) {
        try {
            if (Files.readString(process.resolve("cmdline")).contains("org.commonwright.Main")) {
                return "Commonwright";
            }
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException _) {
            return "?";
        }
    }
}
