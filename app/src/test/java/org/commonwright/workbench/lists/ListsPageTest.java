package org.commonwright.workbench.lists;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.commonwright.git.GitRepository;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.area.OpenDesign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ListsPageTest {
    @TempDir
    Path home;

    private TestWindow window;
    private Path design;

    @Start
    void start(Stage stage) throws IOException {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        design = window.context().folders().workspace().resolve("lamp");
        GitRepository.init(design).close();
        Files.writeString(design.resolve("bom.csv"), "Part,Quantity\nshade,1\nscrew,4\n");
        Files.writeString(design.resolve("BOM.md"), "| Part | Qty |\n|---|---|\n| lid | 3 |\n");
        Files.writeString(design.resolve("hardware.csv"), "Part,Quantity\nnut,3\n");
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private void open(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().current().open(new OpenDesign(design, "Lamp")));
        robot.interact(() -> window.context().navigator().goTo("parts"));
        await(() -> !window.context().actions().get("choose-lists").isBlocked());
        robot.interact(() -> window.context().actions().get("choose-lists").fire());
        await(() -> robot.lookup((Node n) -> "use-BOM.md".equals(n.getId())).tryQuery().isPresent());
    }

    /// A name of a file has a dot in it, which a selector reads as a class.
    private static <T extends Node> T node(FxRobot robot, String id) {
        return robot.lookup((Node n) -> id.equals(n.getId())).query();
    }

    private static Button button(FxRobot robot, String id) {
        return node(robot, id);
    }

    /// Whether a button is in sight and can, or cannot, be pressed. The page is made anew whenever the lists are read.
    private static boolean can(FxRobot robot, String id, boolean pressed) {
        return robot.lookup((Node n) -> id.equals(n.getId())).tryQuery().filter(n -> n.isDisabled() != pressed)
                .isPresent();
    }

    private static String counts(FxRobot robot) {
        return robot.lookup("#lists-counted").<Label>query().getText();
    }

    @Test
    void aPersonChoosesAnotherListAndTakesItBack(FxRobot robot) throws Exception {
        open(robot);
        assertEquals("bom.csv counts", counts(robot));
        assertTrue(can(robot, "lists-forget", false));
        await(() -> can(robot, "use-BOM.md", true));
        robot.interact(() -> button(robot, "use-BOM.md").fire());
        await(() -> counts(robot).equals("BOM.md counts"));
        await(() -> can(robot, "use-BOM.md", false) && can(robot, "lists-forget", true));
        assertTrue(Files.readString(design.resolve("bom.lists.toml")).contains("lists = [\"BOM.md\"]"));
        robot.interact(() -> window.context().texts().speak(Locale.FRENCH));
        assertEquals("BOM.md compte", counts(robot));
        robot.interact(() -> window.context().actions().get("undo-lists").fire());
        await(() -> counts(robot).equals("bom.csv compte"));
        assertFalse(Files.exists(design.resolve("bom.lists.toml")));
    }

    @Test
    void severalListsAddUpOrNoneCounts(FxRobot robot) throws Exception {
        open(robot);
        assertTrue(can(robot, "lists-several", false));
        for (String file : new String[]{"bom.csv", "hardware.csv"}) {
            robot.interact(() -> ListsPageTest.<CheckBox>node(robot, "tick-" + file).setSelected(true));
        }
        await(() -> can(robot, "lists-several", true));
        robot.interact(() -> button(robot, "lists-several").fire());
        await(() -> counts(robot).equals("bom.csv + hardware.csv counts"));
        await(() -> can(robot, "lists-none", true));
        await(() -> can(robot, "lists-none", true));
        robot.interact(() -> button(robot, "lists-none").fire());
        await(() -> counts(robot).equals("No list counts"));
        await(() -> can(robot, "lists-forget", true) && can(robot, "lists-none", false));
        await(() -> can(robot, "lists-forget", true));
        robot.interact(() -> button(robot, "lists-forget").fire());
        await(() -> counts(robot).equals("bom.csv counts"));
    }
}
