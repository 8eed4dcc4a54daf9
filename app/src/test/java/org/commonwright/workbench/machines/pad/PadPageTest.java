package org.commonwright.workbench.machines.pad;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javafx.event.ActionEvent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.commonwright.machine.MachineListener;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Session;
import org.commonwright.machine.pad.PadAction;
import org.commonwright.machine.pad.PadButton;
import org.commonwright.machine.pad.PadMapFile;
import org.commonwright.machine.pad.VirtualPad;
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

/// A pad that SDL believes in, a window, and a virtual mill.
@WindowTest
class PadPageTest {
    @TempDir
    static Path home;

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private TestWindow window;
    private Stage stage;
    private volatile Session session;
    private volatile boolean hung;
    /// It says what it is after each stop.
    private volatile boolean started;

    @Start
    void start(Stage given) {
        stage = given;
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        window.context().ports().watch(new Machines.Watcher() {
            @Override
            public void opened(Session opened, String holder) {
                opened.addListener(new MachineListener() {
                    @Override
                    public void sent(String line) {
                        sent.add(line);
                    }

                    @Override
                    public void received(String line) {
                        started |= line.startsWith("Grbl ");
                    }
                });
                session = opened;
            }

            @Override
            public void closed(Session closed) {}
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private long jogs() {
        return sent.stream().filter(line -> line.startsWith("$J=")).count();
    }

    @Test
    void aPadMovesTheMachineInFrontOnlyWhileItsPageIsInSight(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().navigator().goTo("machines"));
        ComboBox<String> ports = robot.lookup(".port").query();
        robot.interact(() -> {
            ports.getEditor().setText("virtual:grbl");
            ports.getEditor().fireEvent(new ActionEvent());
        });
        await(() -> robot.lookup("#pad-switch").tryQuery().isPresent());
        CheckBox on = robot.lookup("#pad-switch").query();
        Label said = robot.lookup("#pad-said").query();
        assertFalse(on.isSelected(), "off until a person switches it on");
        assertFalse(Files.exists(home.resolve("cache/pads")), "nothing of the library is there before");
        robot.interact(() -> on.setSelected(true));
        await(() -> said.getText().startsWith("No gamepad is plugged in"));
        try (var pad = VirtualPad.plugIn(home.resolve("cache/pads"), "Virtual pad")) {
            await(() -> said.getText().equals("Virtual pad: hold LB / L1 to move"));
            pad.axis(VirtualPad.LEFT_Y, -1);
            pad.hold(PadButton.LEFT_SHOULDER, true);
            await(() -> jogs() > 2);
            assertEquals("Virtual pad: sticks move the machine", said.getText());
            robot.interact(this::hang);
            assertTrue(hung, "a window that hangs asked for more");
            robot.interact(() -> window.context().navigator().goTo("welcome"));
            stands();
            robot.interact(() -> window.context().navigator().goTo("machines"));
            long before = jogs();
            Thread.sleep(150);
            assertEquals(before, jogs(), "the button is still held from before");
            pad.hold(PadButton.LEFT_SHOULDER, false);
            await(() -> said.getText().startsWith("Virtual pad: hold"));
            pad.hold(PadButton.LEFT_SHOULDER, true);
            await(() -> jogs() > before);
            pad.axis(VirtualPad.LEFT_Y, 0);
            stands();
            press(pad, PadButton.RIGHT,
                    () -> sent.stream().anyMatch(line -> line.startsWith("$J=G91G21X0.100Y0.000")));

            window.confirms(false);
            pad.hold(PadButton.START, true);
            Thread.sleep(100);
            pad.hold(PadButton.START, false);
            assertFalse(sent.contains("$H"), "nobody confirmed");
            window.confirms(true);
            press(pad, PadButton.START, () -> sent.contains("$H"));

            // Out of sight the stop counts all the same.
            robot.interact(() -> window.context().navigator().goTo("welcome"));
            pad.hold(PadButton.EAST, true);
            await(() -> started);
            pad.unplug();
            await(() -> said.getText().startsWith("No gamepad is plugged in"));
        }
        robot.interact(() -> window.context().navigator().goTo("machines"));
        robot.interact(() -> window.context().actions().get("machine-keys").fire());
        TabPane pages = robot.lookup(".machine-tabs").query();
        assertEquals("keys", pages.getSelectionModel().getSelectedItem().getId());
        assertEquals(List.of("machine-program", "heightmap", "macros", "keys"),
                pages.getTabs().stream().map(Tab::getId).filter(Objects::nonNull).toList());
        ComboBox<Optional<PadButton>> abort = robot.lookup("#pad-abort").query();
        robot.interact(() -> abort.setValue(Optional.of(PadButton.EAST)));
        assertTrue(robot.lookup(".label").queryAllAs(Label.class).stream().anyMatch(label -> label.getText() != null
                && label.getText().startsWith("B / ○ (right) is already the button of: Stop everything")));
        ComboBox<Optional<PadButton>> again = robot.lookup("#pad-abort").query();
        robot.interact(() -> again.setValue(Optional.of(PadButton.RIGHT_TRIGGER)));
        await(() -> Files.exists(home.resolve("config/gamepad.json")) && PadMapFile.of(window.context().folders())
                .read().button(PadAction.ABORT).equals(Optional.of(PadButton.RIGHT_TRIGGER)));
    }

    /// Does nothing for a while on the window's thread, with the stick out.
    private void hang() {
        try {
            Thread.sleep(250);
            long before = jogs();
            Thread.sleep(200);
            hung = before == jogs();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Presses until it was heard: what a window that is busy hears too late counts for nothing.
    private static void press(VirtualPad pad, PadButton button, BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 100 && !done.getAsBoolean(); i++) {
            pad.hold(button, true);
            for (int j = 0; j < 50 && !done.getAsBoolean(); j++) {
                Thread.sleep(10);
            }
            pad.hold(button, false);
            Thread.sleep(30);
        }
        assertTrue(done.getAsBoolean(), button.id());
    }

    /// Comes to a stand: a state may be one report old, and a stick's way to the program takes its time.
    private void stands() throws Exception {
        long before = -1;
        for (int i = 0; i < 100 && before != jogs(); i++) {
            await(() -> session.status().state() == MachineState.IDLE);
            before = jogs();
            Thread.sleep(120);
        }
        assertEquals(before, jogs(), "more is sent");
    }
}
