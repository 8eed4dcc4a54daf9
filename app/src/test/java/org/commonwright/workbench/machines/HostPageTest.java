package org.commonwright.workbench.machines;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import org.commonwright.machine.host.HostAddress.Software;
import org.commonwright.machine.host.HostBook;
import org.commonwright.machine.host.practice.PracticeHost;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class HostPageTest {
    @TempDir
    Path home;

    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private static boolean shows(FxRobot robot, Predicate<String> words) {
        return robot.lookup((Node node) -> node instanceof Labeled label && label.isVisible() && label.getText() != null
                && words.test(label.getText())).tryQuery().isPresent();
    }

    private static Button button(FxRobot robot, String text) {
        return robot.lookup((Node node) -> node instanceof Button b && text.equals(b.getText())).query();
    }

    private static void press(FxRobot robot, String text) throws Exception {
        await(() -> !button(robot, text).isDisabled());
        robot.interact(button(robot, text)::fire);
    }

    @Test
    void aHostIsConnectedWithItsKeyRunsAProgramAndIsStopped(FxRobot robot) throws Exception {
        Path program = Files.writeString(home.resolve("clip.gcode"), "G28\nG1 X10\n");
        try (var host = PracticeHost.start(Software.OCTOPRINT, 0, "k3y", 600)) {
            robot.interact(() -> window.context().navigator().goTo("machines"));
            robot.interact(() -> robot.lookup(".port").queryComboBox().getEditor().setText(host.address().toString()));
            press(robot, "Connect");
            await(() -> shows(robot, text -> text.startsWith("API key of")));
            robot.interact(
                    () -> robot.lookup((Node n) -> n instanceof PasswordField).<PasswordField>query().setText("k3y"));
            press(robot, "Connect with this key");
            await(() -> shows(robot, "The machine: ready"::equals));
            assertEquals("k3y", HostBook.of(AppFolders.under(home)).key(host.address()).orElseThrow());
            assertNotNull(window.context().machines().emergencyStop().get());
            window.answer(program);
            press(robot, "Open G-code…");
            await(() -> shows(robot, "clip.gcode, 2 lines"::equals));
            press(robot, "Upload and run");
            await(() -> shows(robot, text -> text.startsWith("The machine: running")));
            assertTrue(shows(robot, text -> text.contains("T0: 205\u00a0°C, to reach 205\u00a0°C")));
            assertEquals(1, window.context().machines().slots().size());
            press(robot, "Pause");
            await(() -> shows(robot, text -> text.startsWith("The machine: paused")));
            press(robot, "Resume");
            await(() -> shows(robot, text -> text.startsWith("The machine: running")));
            window.confirms(false);
            press(robot, "Abort");
            assertFalse(shows(robot, text -> text.startsWith("Aborted")));
            window.confirms(true);
            press(robot, "Abort");
            await(() -> shows(robot, text -> text.startsWith("Aborted: octoprint+http")));
            window.confirms(false);
            robot.interact(() -> window.context().actions().get("stop-all").fire());
            await(() -> shows(robot, text -> text.startsWith("The machine: stopped by an error")));
        }
        await(() -> shows(robot, text -> text.startsWith("The machine: not connected")));
    }
}
