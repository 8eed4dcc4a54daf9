package org.commonwright.workbench.design;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Writing the manifests of a design from the window, and taking them back.
@WindowTest
class ManifestsTest {
    @TempDir
    Path home;

    private TestWindow window;

    @Start
    void start(Stage stage) throws IOException {
        Path lamp = home.resolve("lamp");
        Files.createDirectories(lamp.resolve("arm"));
        Files.writeString(lamp.resolve("README.md"), "# Desk lamp\n");
        Files.writeString(lamp.resolve("bom.csv"), "Part,Kind,Quantity,Module\narm,module,2,arm\n");
        Files.writeString(lamp.resolve("arm/bom.csv"), "Part,Quantity\nrod,1\n");
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        window.answer(lamp);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    @Test
    void whatIsShownIsWrittenAndTakenBack(FxRobot robot) throws Exception {
        Path root = home.resolve("lamp/okh.toml");
        Path arm = home.resolve("lamp/arm/okh.toml");
        robot.clickOn("#open-folder");
        await(() -> robot.lookup("#write-manifests").tryQuery().isPresent());
        robot.clickOn("#write-manifests");
        await(() -> robot.lookup("#manifests").tryQuery().isPresent());
        ListView<?> list = robot.lookup("#manifests").query();
        assertEquals(2, list.getItems().size());
        await(() -> robot.lookup(".text-pane").<ListView<?>>query().getItems().contains("name = \"Desk lamp\""));
        assertFalse(Files.exists(root), "nothing is written before it is asked for");
        robot.clickOn("#write-chosen-manifests");
        await(() -> Files.exists(root) && Files.exists(arm));
        await(() -> !window.context().actions().get("undo-manifests").isBlocked());
        assertTrue(Files.readString(root).startsWith("okhv = \"2.4\"\nname = \"Desk lamp\"\n"));
        robot.interact(() -> window.context().actions().get("undo-manifests").fire());
        await(() -> !Files.exists(root) && !Files.exists(arm));
        assertTrue(window.context().actions().get("undo-manifests").isBlocked());
    }

    @Test
    void whatSomebodyChangedIsKept(FxRobot robot) throws Exception {
        Path root = home.resolve("lamp/okh.toml");
        robot.clickOn("#open-folder");
        await(() -> robot.lookup("#write-manifests").tryQuery().isPresent());
        robot.clickOn("#write-manifests");
        await(() -> robot.lookup("#write-chosen-manifests").tryQuery().isPresent());
        robot.clickOn("#write-chosen-manifests");
        await(() -> !window.context().actions().get("undo-manifests").isBlocked());
        Files.writeString(root, "name = 'ours'\n");
        robot.interact(() -> window.context().actions().get("undo-manifests").fire());
        await(() -> window.context().notices().shown().stream()
                .anyMatch(n -> n.fault() != null && n.fault().code().equals("design.manifest-changed")));
        assertEquals("name = 'ours'\n", Files.readString(root));
    }
}
