package org.commonwright.workbench.machines;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.link.TcpLink;
import org.commonwright.machine.virtual.MachineServer;
import org.commonwright.machine.virtual.Tracer;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.area.WorkbenchContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A machine that answers only after it was given up: the notice in the corner offers to go on waiting.
@WindowTest
class KeepWaitingTest {
    @TempDir
    Path home;

    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        stage.setWidth(1366);
        stage.setHeight(768);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private static Optional<Button> button(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof Button b && "Keep waiting".equals(b.getText())).tryQuery();
    }

    @Test
    void theButtonOfTheNoticeGoesOnWaiting(FxRobot robot) throws Exception {
        WorkbenchContext context = window.context();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = "tcp://localhost:" + server.getLocalPort();
            var awake = new CountDownLatch(1);
            Thread.ofPlatform().daemon().start(() -> wakeUp(server, awake));
            var model = new MachinesViewModel(new Machines(List::of, 1), context.tasks(), new FxThread(),
                    context.notices(), (_, _, _, _) -> {
                        throw new AssertionError("nothing runs");
                    }, new RunHistory(home, Clock.systemUTC()), List::of);
            robot.interact(() -> model.connect(port));
            await(() -> button(robot).isPresent());
            assertTrue(model.connected().isEmpty());
            assertEquals(1, context.notices().shown().size());
            robot.interact(button(robot).orElseThrow()::fire);
            // The card goes, and it is waited for.
            await(() -> button(robot).isEmpty());
            assertEquals(port, model.connecting().get());
            awake.countDown();
            await(() -> model.connected().size() == 1);
            assertTrue(model.connected().getFirst().speaks("grbl"));
            assertTrue(context.notices().shown().isEmpty(), context.notices().shown()::toString);
            robot.interact(model::close);
        }
    }

    /// Says nothing to the first, and nothing to the second until it is awake.
    private static void wakeUp(ServerSocket server, CountDownLatch awake) {
        try (Socket _ = server.accept(); Socket second = server.accept()) {
            awake.await();
            var machine = new MachineServer(Machines.machine(Port.Virtual.Kind.GRBL, Tracer.NONE),
                    new TcpLink("mill", second), 1);
            machine.start().join();
        } catch (IOException | InterruptedException _) {
            // The test is over.
        }
    }
}
