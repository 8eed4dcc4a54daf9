package org.commonwright.workbench.machines;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.MachineListener;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A key is held, so that the machine moves and would go on for minutes; what happens then has to stop it.
@WindowTest
class JogGuardTest {
    private static final int SOON_MS = 150;

    @TempDir
    Path home;

    private TestWindow window;
    private Stage stage;
    private Stage other;
    private Node pad;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Session session;

    @Start
    void start(Stage shown) {
        stage = shown;
        other = new Stage();
        window = new TestWindow(shown, home, new BackgroundTasks(new FxThread()));
        window.context().ports().watch(new Machines.Watcher() {
            @Override
            public void opened(Session opened, String holder) {
                session = opened;
                opened.addListener(new MachineListener() {
                    @Override
                    public void sent(String line) {
                        if (line.startsWith("$J=")) {
                            asked.incrementAndGet();
                        }
                    }
                });
            }

            @Override
            public void closed(Session closed) {}
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private void key(FxRobot robot, EventType<KeyEvent> type) {
        robot.interact(() -> Event.fireEvent(pad,
                new KeyEvent(type, "", "", KeyCode.RIGHT, false, false, false, false)));
    }

    private void release() {
        Event.fireEvent(pad, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.RIGHT, false, false, false, false));
    }

    private void hold(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            stage.setIconified(false);
            stage.requestFocus();
            pad.requestFocus();
        });
        await(stage::isFocused);
        key(robot, KeyEvent.KEY_PRESSED);
        await(() -> session.status().state() == MachineState.JOG);
    }

    private void stops(FxRobot robot, Runnable what) throws Exception {
        hold(robot);
        robot.interact(what);
        await(() -> session.status().state() == MachineState.IDLE);
        // On a busy computer the machine may also stand for a moment because nobody asked in time, and what was said before
        // may be heard late.
        int tries = 0;
        int before;
        do {
            before = asked.get();
            Thread.sleep(SOON_MS);
        } while (before != asked.get() && tries++ < 20);
        assertEquals(before, asked.get(), "it is still asked to move");
    }

    /// A key that is still down repeats.
    private void staysThoughTheKeyRepeats(FxRobot robot) throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            key(robot, KeyEvent.KEY_PRESSED);
            Thread.sleep(40);
        }
        assertEquals(MachineState.IDLE, session.status().state());
    }

    private TabPane tabs(FxRobot robot, int depth) {
        return robot.lookup(".tab-pane").queryAllAs(TabPane.class).stream().skip(depth).findFirst().orElseThrow();
    }

    @Test
    void whateverTakesTheEyesAwayStopsTheMachine(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().navigator().goTo("machines"));
        ComboBox<String> ports = robot.lookup(".port").query();
        robot.interact(() -> {
            ports.getEditor().setText("virtual:grbl");
            ports.getEditor().fireEvent(new ActionEvent());
        });
        await(() -> session != null && robot.lookup(".jog-pad").tryQuery().isPresent());
        pad = robot.lookup(".jog-pad").query();
        Slider speed = robot.from(pad).lookup(".slider").query();
        robot.interact(() -> speed.setValue(1));

        stops(robot, () -> release());
        stops(robot, () -> window.context().dialogs().confirm(Messages.Key.of("machines.start"),
                Messages.Key.of("machines.start")));
        staysThoughTheKeyRepeats(robot);
        robot.interact(this::release);
        stops(robot, () -> stage.setIconified(true));
        robot.interact(this::release);
        stops(robot, () -> {
            other.show();
            other.requestFocus();
        });
        robot.interact(other::close);
        robot.interact(this::release);
        stops(robot, () -> tabs(robot, 1).getSelectionModel().selectNext());
        robot.interact(this::release);
        stops(robot, () -> window.context().actions().get("machine-history").fire());
        robot.interact(() -> {
            release();
            Event.fireEvent(robot.lookup("#history").query(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
        });
        stops(robot, () -> window.context().navigator().goTo("welcome"));
        robot.interact(() -> {
            release();
            window.context().navigator().goTo("machines");
        });
        stops(robot, () -> robot.lookup(".port").query().requestFocus());
        robot.interact(this::release);
        TabPane machines = tabs(robot, 0);
        robot.interact(() -> machines.getTabs().add(new Tab("another")));
        stops(robot, () -> machines.getSelectionModel().selectLast());
        assertTrue(session.status().machine().x() < 20, "it moved for moments only");
        assertFalse(window.context().dialogs().open().get());
    }
}
