package org.commonwright.workbench.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.commonwright.machine.JournaledRun;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.machine.link.TcpLink;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.pty.PseudoTerminal;
import org.commonwright.machine.virtual.MachineServer;
import org.commonwright.machine.virtual.Tracer;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.task.Progress;
import org.commonwright.workbench.notice.Notice;
import org.commonwright.workbench.notice.Notices;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real pseudo-terminals, whose USB numbers are given.
class ReconnectingTest {
    private static final String SERIAL = "85736323838351F0E1A1";

    @TempDir
    Path folder;

    private final ExecutorService window = Executors.newSingleThreadExecutor();
    private final List<SerialPorts.Info> plugged = new CopyOnWriteArrayList<>();
    private final List<Notice> told = new ArrayList<>();

    private <T> T ask(Callable<T> what) throws Exception {
        Future<T> asked = window.submit(what);
        return asked.get();
    }

    private void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!ask(condition::getAsBoolean)) {
            assertTrue(System.nanoTime() < end, () -> told.toString());
            Thread.sleep(20);
        }
    }

    private PseudoTerminal plugIn() {
        PseudoTerminal terminal = PseudoTerminal.open();
        new MachineServer(Machines.machine(Port.Virtual.Kind.GRBL, Tracer.NONE), terminal, 1).start();
        plugged.add(new SerialPorts.Info(terminal.path(), "Arduino Uno", "Arduino", 0x2341, 0x43, SERIAL));
        return terminal;
    }

    @Test
    void aBoardThatWasResetFasterThanItIsLookedForIsBack() throws InterruptedException {
        var board = new SerialPorts.Info("/dev/ttyACM0", "Arduino Uno", "Arduino", 0x2341, 0x43, SERIAL);
        assertEquals("/dev/ttyACM0",
                Reconnecting.awaitBack(() -> List.of(board), "/dev/ttyACM0", SERIAL, 1, Progress.NONE));
        // Listed for a moment, gone, then there under another name.
        var other = new SerialPorts.Info("/dev/ttyACM1", "Arduino Uno", "Arduino", 0x2341, 0x43, SERIAL);
        var looks = new ArrayDeque<>(
                List.of(List.of(board), List.of(board), List.<SerialPorts.Info>of(), List.of(other)));
        assertEquals("/dev/ttyACM1",
                Reconnecting.awaitBack(looks::remove, "/dev/ttyACM0", SERIAL, 1, Progress.NONE));
    }

    @Test
    void aMachineThatIsPluggedInAgainElsewhereIsConnectedAndDoesNothing() throws Exception {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no pseudo-terminals");
        var machines = new Machines(() -> List.copyOf(plugged));
        var notices = new Notices(window);
        notices.listen(told::add);
        var tasks = new BackgroundTasks(window);
        var journaled = new JournaledRun(folder, Clock.systemUTC());
        MachinesViewModel model = ask(() -> new MachinesViewModel(machines, tasks, window, notices,
                (session, run, begun, watch) -> journaled.run(session, run, "", begun::accept, watch).outcome(),
                new RunHistory(folder, Clock.systemUTC()), List::of));
        Reconnecting reconnecting = ask(() -> new Reconnecting(() -> List.copyOf(plugged), model, tasks, notices));
        PseudoTerminal first = plugIn();
        try {
            ask(() -> {
                model.connect("usb:" + SERIAL);
                return "";
            });
            await(() -> model.connected().size() == 1);
            MachineViewModel before = model.connected().getFirst();
            assertEquals(first.path(), before.name());
            // What is noted of it is noted before it goes.
            await(() -> reconnecting.isFollowed(before));
            ask(() -> {
                before.start(Program.of("long.nc", "G21G91\n" + "G1X1F60\n".repeat(50)), _ -> {}, () -> {});
                return "";
            });
            await(() -> before.progress().get() != null && before.progress().get().acknowledged() > 3);
            plugged.clear();
            try (PseudoTerminal elsewhere = PseudoTerminal.open()) {
                first.close();
                await(() -> before.lost().get() != null);
                PseudoTerminal second = plugIn();
                try (second) {
                    await(() -> model.connected().stream().anyMatch(m -> m.name().equals(second.path())));
                    MachineViewModel after = model.connected().getLast();
                    await(() -> model.connected().size() == 1);
                    assertFalse(after.busy().get());
                    assertNull(after.outcome().get());
                    assertTrue(told.stream().anyMatch(n -> n.text().key().equals("ports.back")), told::toString);
                    ask(() -> {
                        model.close();
                        return elsewhere;
                    });
                }
            }
        } finally {
            first.close();
            tasks.close();
            window.shutdownNow();
        }
    }

    /// Each connection is dropped as soon as it stands.
    @Test
    void aMachineThatComesAndGoesIsNotConnectedForEver() throws Exception {
        var machines = new Machines(List::of);
        var notices = new Notices(window);
        notices.listen(told::add);
        var tasks = new BackgroundTasks(window);
        MachinesViewModel model = ask(() -> new MachinesViewModel(machines, tasks, window, notices,
                (_, _, _, _) -> {
                    throw new AssertionError("nothing runs");
                }, new RunHistory(folder, Clock.systemUTC()), List::of));
        ask(() -> new Reconnecting(List::of, model, tasks, notices, new Returns(1, 60_000_000_000L), 50));
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var connections = new AtomicInteger();
            Thread.ofPlatform().daemon().start(() -> comeAndGo(server, connections));
            ask(() -> {
                model.connect("tcp://localhost:" + server.getLocalPort());
                return "";
            });
            await(() -> told.stream().anyMatch(n -> n.text().key().equals("ports.comes-and-goes")));
            int before = connections.get();
            Thread.sleep(300);
            assertEquals(before, connections.get(), "it is left alone");
            assertEquals(1, told.stream().filter(n -> n.text().key().equals("ports.comes-and-goes")).count());
            ask(() -> {
                model.close();
                return "";
            });
        } finally {
            tasks.close();
            window.shutdownNow();
        }
    }

    private static void comeAndGo(ServerSocket server, AtomicInteger connections) {
        try {
            while (true) {
                try (Socket socket = server.accept();
                        var machine = new MachineServer(Machines.machine(Port.Virtual.Kind.GRBL, Tracer.NONE),
                                new TcpLink("mill", socket), 1)) {
                    connections.incrementAndGet();
                    machine.start();
                    Thread.sleep(700);
                }
            }
        } catch (IOException | InterruptedException _) {
            // The test is over.
        }
    }
}
