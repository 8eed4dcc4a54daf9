package org.commonwright.workbench.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.commonwright.Main;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.PtyMachines;
import org.commonwright.machine.link.PortHolders;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.notice.Notice;
import org.commonwright.workbench.notice.Notices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Three processes: machines, the command line, and the window's part that opens ports, which is in this one. Elsewhere than on Linux
/// nobody tells who has a device open.
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
class PortHeldElsewhereTest {
    @TempDir
    private Path folder;

    private final List<Notice> told = new ArrayList<>();

    private Process java(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Duser.language=en", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("COMMONWRIGHT_HOME", folder.resolve("home").toString());
        return builder.start();
    }

    private static BufferedReader out(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private MachinesViewModel window() {
        var notices = new Notices(Runnable::run);
        notices.listen(told::add);
        return new MachinesViewModel(new Machines(), new InlineTasks(), Runnable::run, notices,
                (_, _, _, _) -> new RunOutcome(new RunOutcome.Aborted(), new RunProgress(0, 0, 0, 0), 0, List.of(), 0),
                new RunHistory(folder, Clock.systemUTC()), List::of);
    }

    @Test
    void windowAndCommandLineNameEachOther() throws Exception {
        Process machines = java(PtyMachines.class, "2");
        MachinesViewModel window = window();
        Process running = null;
        try (BufferedReader ports = out(machines)) {
            String first = ports.readLine();
            String second = ports.readLine();
            Path program = Files.writeString(folder.resolve("long.nc"), "G21G90\n" + "G4P1\n".repeat(60));
            running = java(Main.class, "machine", "run", first, program.toString());
            // Meanwhile the window has the other port.
            window.connect(second);
            assertEquals(1, window.connected().size(), told::toString);
            Process refused = java(Main.class, "machine", "info", second);
            String said = new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertEquals(2, refused.waitFor(), said);
            assertTrue(said.contains(second + " is in use by ") && said.contains(
                    "(process " + ProcessHandle.current().pid() + ")") && !said.contains("\n"), said);
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (PortHolders.ofThisSystem().of(Path.of(first)).isEmpty() && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            window.connect(first);
            Fault fault = told.getLast().fault();
            assertEquals(List.of(first, "Commonwright", String.valueOf(running.pid())),
                    fault == null ? told : fault.arguments());
            assertEquals(1, told.size(), told::toString);
        } finally {
            window.close();
            machines.destroyForcibly();
            if (running != null) {
                running.destroyForcibly();
            }
        }
    }
}
