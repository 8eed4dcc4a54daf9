package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.commonwright.error.Fault;
import org.commonwright.machine.link.TcpLink;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunOutcome.Failed;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.pty.PseudoTerminal;
import org.commonwright.machine.virtual.FaultPlan;
import org.commonwright.machine.virtual.FaultyMachine;
import org.commonwright.machine.virtual.MachineServer;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Through jSerialComm and the system's own terminals, with a virtual machine at the other end.
class SerialTest {
    private final Machines machines = new Machines();
    private final List<Position> path = Collections.synchronizedList(new ArrayList<>());
    private PseudoTerminal terminal;

    @BeforeEach
    void openTerminal() {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no pseudo-terminals");
        terminal = PseudoTerminal.open();
    }

    @AfterEach
    void closeTerminal() {
        terminal.close();
    }

    private Session grbl(double speed) throws InterruptedException {
        new MachineServer(new VirtualGrbl((_, to, _) -> path.add(to)), terminal, speed).start();
        return machines.connect(new Port.Serial(terminal.path(), 0), "a test");
    }

    @Test
    void aProgramRunsThroughASerialPort() throws InterruptedException {
        try (Session session = grbl(0)) {
            assertEquals("1.1h", session.info().version());
            RunOutcome outcome = session.run(Program.of("zigzag.nc", GrblRunTest.zigzag(new Random(21), 1000)),
                    SendLog.NONE, Progress.NONE);
            assertTrue(outcome.isCompleted(), outcome::toString);
        }
        assertEquals(1002, path.size());
    }

    @Test
    void aPrintRunsThroughASerialPort() throws InterruptedException {
        var plan = FaultPlan.parse(List.of("lost_byte@20", "corrupt_line@33", "corrupt_answer@50"));
        var machine = new FaultyMachine(
                new VirtualMarlin(VirtualMarlin.Build.USUAL, (_, to, _) -> path.add(to)), plan);
        machine.arm();
        new MachineServer(machine, terminal, 0).start();
        try (Session session = machines.connect(new Port.Serial(terminal.path(), 115_200), "a test")) {
            assertEquals("Marlin", session.info().firmware());
            RunOutcome outcome = session.run(Program.of("print.gcode", MarlinRunTest.print(new Random(23), 300)),
                    SendLog.NONE, Progress.NONE);
            assertTrue(outcome.isCompleted(), outcome::toString);
            assertTrue(outcome.resends() > 0);
        }
        assertEquals(301, path.size());
    }

    @Test
    void aProgramRunsOverTcp() throws IOException, InterruptedException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> accept(server));
            Port port = Port.parse("tcp://localhost:" + server.getLocalPort());
            try (Session session = machines.connect(port, "a test")) {
                RunOutcome outcome = session.run(Program.of("zigzag.nc", GrblRunTest.zigzag(new Random(24), 500)),
                        SendLog.NONE, Progress.NONE);
                assertTrue(outcome.isCompleted(), outcome::toString);
            }
        }
        assertEquals(502, path.size());
    }

    private void accept(ServerSocket server) {
        try {
            Socket client = server.accept();
            new MachineServer(new VirtualGrbl((_, to, _) -> path.add(to)), new TcpLink("client", client), 0).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nobodyAnswersOverTcp() throws IOException {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertEquals("machine.tcp-refused", code("tcp://localhost:" + port));
    }

    @Test
    void aPortHasOneOwnerAtATime() throws InterruptedException {
        try (Session _ = grbl(1)) {
            Fault fault = assertThrows(Fault.class,
                    () -> machines.connect(new Port.Serial(terminal.path(), 0), "another"));
            assertEquals("machine.held", fault.code());
            assertEquals("a test", fault.arguments().get(1));
            // A broker that knows nothing of the first one, as another program would be.
            assertEquals("machine.port-busy", assertThrows(Fault.class,
                    () -> new Machines().connect(new Port.Serial(terminal.path(), 0), "another")).code());
        }
    }

    @Test
    void aPortThatAnotherProgramHasOpenIsRefusedByItsName() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "only Linux tells who has a port open");
        Process other = new ProcessBuilder("sh", "-c", "exec sleep 60 < " + terminal.path()).start();
        try {
            Waiting.until(() -> other.info().command().filter(c -> c.endsWith("sleep")).isPresent(), "its start");
            Fault fault = assertThrows(Fault.class, () -> grbl(1));
            assertEquals("ports.held", fault.code());
            assertEquals(List.of(terminal.path(), "sleep", String.valueOf(other.pid())), fault.arguments());
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (Session session = grbl(1)) {
            assertEquals("1.1h", session.info().version());
        }
    }

    @Test
    void aPortThatVanishesInMidJobFailsTheRun() throws InterruptedException {
        try (Session session = grbl(1)) {
            var ended = CompletableFuture.supplyAsync(() -> session.run(
                    Program.of("zigzag.nc", GrblRunTest.zigzag(new Random(22), 500)), SendLog.NONE, Progress.NONE));
            Waiting.until(() -> session.progress().acknowledged() >= 5, "five lines acknowledged");
            terminal.close();
            Waiting.until(ended::isDone, "the run's end");
            RunOutcome outcome = ended.join();
            Failed failed = assertInstanceOf(Failed.class, outcome.end());
            assertEquals("machine.link-lost", failed.reason().code());
            assertTrue(outcome.progress().executed() < outcome.progress().sent());
        }
    }

    @Test
    void whatCannotBeOpenedIsSaid(@TempDir Path folder) throws IOException {
        assertEquals("machine.no-port", code("/dev/there-is-no-such-port"));
        Path file = Files.writeString(folder.resolve("file"), "no port");
        assertEquals("machine.port-refused", code(file.toString()));
    }

    private String code(String path) {
        return assertThrows(Fault.class, () -> machines.connect(Port.parse(path), "a test")).code();
    }
}
