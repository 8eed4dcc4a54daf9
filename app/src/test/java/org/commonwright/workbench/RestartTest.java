package org.commonwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.commonwright.task.BackgroundTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

@WindowTest
class RestartTest {
    @TempDir
    Path home;

    private TestWindow window;
    private Stage stage;

    private void open(FxRobot robot) {
        robot.interact(() -> {
            stage = new Stage();
            window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        });
    }

    private void close(FxRobot robot) {
        robot.interact(() -> {
            window.composition().close();
            stage.close();
        });
    }

    @Test
    void theWindowComesBackAsItWasLeft(FxRobot robot) throws Exception {
        Path design = Files.createDirectories(home.resolve("lamp"));
        open(robot);
        window.answer(design);
        robot.interact(() -> {
            stage.setX(40);
            stage.setY(30);
            stage.setWidth(900);
            stage.setHeight(640);
            window.context().actions().get("language-french").fire();
            window.context().actions().get("text-larger").fire();
            window.context().actions().get("toggle-inspector").fire();
            ((ToggleButton) stage.getScene().lookup("#panel-console")).fire();
            window.context().actions().get("open-folder").fire();
        });
        TestWindow.await(() -> window.context().current().design().get() != null);
        close(robot);

        open(robot);
        assertEquals(900, stage.getWidth());
        assertEquals(640, stage.getHeight());
        assertEquals(40, stage.getX());
        assertEquals(30, stage.getY());
        assertEquals(Locale.FRENCH, window.context().texts().locale());
        assertTrue(stage.getScene().getRoot().getStyle().contains("15.4px"), stage.getScene().getRoot().getStyle());
        assertTrue(((ToggleButton) stage.getScene().lookup("#panel-console")).isSelected());
        assertTrue(stage.getScene().lookup(".inspector") != null);
        TestWindow.await(() -> window.context().current().design().get() != null);
        assertEquals(design, window.context().current().design().get().folder());
        close(robot);
    }

    @Test
    void anUnreadableSettingsFileIsSaidInANoticeAndKept(FxRobot robot) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/settings.json"), "{ not json");
        open(robot);
        assertEquals("settings.set-aside", window.context().notices().shown().getFirst().fault().code());
        assertEquals("{ not json", Files.readString(home.resolve("config/settings.json.unreadable-1")));
        close(robot);
    }
}
