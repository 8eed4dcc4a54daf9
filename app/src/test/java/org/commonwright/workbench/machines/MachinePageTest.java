package org.commonwright.workbench.machines;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Session;
import org.commonwright.machine.card.MachineCards;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The page of a mill in the smallest window that we promise, in the longer of our languages.
@ExtendWith(ApplicationExtension.class)
class MachinePageTest {
    private static final double PICTURE_AT_LEAST = 150;

    @TempDir
    Path home;

    private TestWindow window;
    private volatile Session session;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        stage.setWidth(1366);
        stage.setHeight(768);
        window.context().ports().watch(new Machines.Watcher() {
            @Override
            public void opened(Session opened, String holder) {
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

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void allFitsAndSaysWhatIsSo(FxRobot robot) throws Exception {
        robot.interact(() -> {
            window.context().texts().speak(Locale.FRENCH);
            window.context().navigator().goTo("machines");
        });
        ComboBox<String> ports = robot.lookup(".port").query();
        await(() -> ports.getItems().contains("virtual:arduino"));
        robot.interact(() -> {
            ports.getEditor().setText("virtual:grbl");
            ports.getEditor().fireEvent(new ActionEvent());
        });
        await(() -> session != null && robot.lookup(".machine-tabs").tryQuery().isPresent());
        TabPane tabs = robot.lookup(".machine-tabs").query();
        await(() -> tabs.lookup(".control-buttons-tab") != null);
        assertFalse(tabs.lookup(".control-buttons-tab").isVisible(), "every tab has room");

        Path program = Files.writeString(home.resolve("plate.nc"), "G21G90\nG0Z5\nM3S8000\nG1X20F300\nG1Y20\nM5\n");
        window.answer(program);
        robot.interact(() -> robot.lookup(window.context().texts().now("machines.load")).queryButton().fire());
        await(() -> robot.lookup(".viewer").tryQuery().isPresent());
        robot.interact(() -> window.context().actions().get("toggle-panel").fire());
        await(() -> robot.lookup(".viewer").query().getLayoutBounds().getHeight() >= PICTURE_AT_LEAST);
        Node bar = robot.lookup(".path-bar").query();
        Node start = robot.lookup(window.context().texts().now("machines.start")).query();
        assertTrue(place(bar).getMinY() >= place(start).getMaxY(), "the page scrolls, nothing lies over another");
        robot.interact(() -> window.context().actions().get("toggle-panel").fire());

        session.command("G1X20F1000");
        await(() -> session.status().state() == MachineState.RUN);
        session.hold();
        await(() -> session.status().state() == MachineState.HOLD);
        select(robot, tabs, "machines.settings");
        TableView<?> settings = robot.lookup("#table-firmware").query();
        assertTrue(settings.getItems().isEmpty(), "a machine that does not rest is not asked");
        session.resume();
        await(() -> !settings.getItems().isEmpty());
        assertEquals(0, window.context().notices().shown().size());

        select(robot, tabs, "card.title");
        await(() -> name(robot) != null);
        var id = new MachineId("virtual:grbl");
        var cards = MachineCards.of(window.context().folders());
        cards.write(id, cards.read(id).withName("La petite"));
        select(robot, tabs, "queue.title");
        select(robot, tabs, "card.title");
        await(() -> Objects.requireNonNull(name(robot)).getText().equals("La petite"));
    }

    private TextField name(FxRobot robot) {
        String prompt = window.context().texts().now("card.name");
        return robot.lookup(".text-field").queryAllAs(TextField.class).stream()
                .filter(field -> prompt.equals(field.getPromptText())).findFirst().orElse(null);
    }

    private void select(FxRobot robot, TabPane tabs, String key) {
        String words = window.context().texts().now(key);
        robot.interact(() -> tabs.getSelectionModel().select(tabs.getTabs().stream()
                .filter(tab -> words.equals(tab.getText())).findFirst().orElseThrow()));
    }
}
