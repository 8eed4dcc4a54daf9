package org.commonwright.workbench.design;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.area.FileSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class DesignAreaTest {
    @TempDir
    Path home;

    private TestWindow window;

    @Start
    void start(Stage stage) throws IOException {
        Path design = home.resolve("lamp");
        Files.createDirectories(design.resolve("arm/export"));
        Files.writeString(design.resolve("okh.toml"), """
                okhv = "2.4"
                name = "Desk lamp"
                version = "0.3.0"
                license = "CERN-OHL-S-2.0"
                licensor = "Ada <ada@example.org>"
                function = "Lights a desk."
                """);
        Files.writeString(design.resolve("README.md"), "# Read me\n\nSee [the arm](arm/notes.txt).\n");
        Files.writeString(design.resolve("bom.csv"),
                "Kind,Quantity,Unit,Part\nmodule,1,pcs,arm\nmodule,1,pcs,nowhere\n");
        Files.writeString(design.resolve("arm/okh.toml"), "okhv = \"2.4\"\nname = \"Arm\"\nversion = \"1.0.0\"\n");
        Files.writeString(design.resolve("arm/notes.txt"), "first\nsecond\nthird\n");
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        window.answer(design);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Node n) -> n instanceof Labeled l && text.equals(l.getText()) && l.isVisible())
                .tryQuery().isPresent();
    }

    @Test
    void theCardThenAFileThenTheProblemsPlace(FxRobot robot) throws Exception {
        robot.clickOn("#open-folder");
        TestWindow.await(
                () -> shows(robot, "Desk lamp") && shows(robot, "Lights a desk.") && shows(robot, "CERN-OHL-S-2.0"));
        TreeView<?> tree = robot.lookup("#module-tree").query();
        assertEquals("Desk lamp", ((Shown) tree.getSelectionModel().getSelectedItem().getValue()).module().name());

        robot.clickOn("the arm");
        await(() -> robot.lookup(".text-pane").tryQuery().isPresent());
        ListView<?> text = robot.lookup(".text-pane").query();
        assertEquals(3, text.getItems().size());
        var selected = assertInstanceOf(Shown.OfFile.class, tree.getSelectionModel().getSelectedItem().getValue());
        assertEquals("Arm", selected.module().name());

        await(() -> window.context().problems().all().stream()
                .anyMatch(p -> p.place() != null && "bom.csv".equals(p.place().file())));
        robot.clickOn("#panel-problems");
        robot.interact(() -> {
            var problem = window.context().problems().all().stream()
                    .filter(p -> p.place() != null && "bom.csv".equals(p.place().file())).findFirst().orElseThrow();
            ListView<Problem> list = robot.lookup("#problems").query();
            list.getSelectionModel().select(problem);
            list.requestFocus();
        });
        robot.push(KeyCode.ENTER);
        // A row of a bill of materials is shown where it is edited.
        TestWindow.await(() -> window.context().navigator().current().get().equals("parts"));
    }

    @Test
    void aChangeOnDiskIsShownAndTheSelectionStays(FxRobot robot) throws Exception {
        robot.clickOn("#open-folder");
        await(() -> shows(robot, "Lights a desk."));
        Files.writeString(home.resolve("lamp/okh.toml"),
                Files.readString(home.resolve("lamp/okh.toml")).replace("Lights a desk.", "Lights a room."));
        robot.interact(() -> window.context().current().changed());
        await(() -> shows(robot, "Lights a room."));

        robot.clickOn("the arm");
        await(() -> robot.lookup(".text-pane").tryQuery().isPresent());
        Node text = robot.lookup(".text-pane").query();
        TreeView<?> tree = robot.lookup("#module-tree").query();
        Object rootBefore = tree.getRoot();
        robot.interact(() -> window.context().current().changed());
        await(() -> tree.getRoot() != rootBefore && window.context().tasks().running().isEmpty());
        assertSame(text, robot.lookup(".text-pane").query());
        assertTrue(tree.getRoot().getChildren().getFirst().isExpanded());
        assertInstanceOf(Shown.OfFile.class, tree.getSelectionModel().getSelectedItem().getValue());

        Files.writeString(home.resolve("lamp/arm/notes.txt"), "only this line");
        robot.interact(() -> window.context().current().changed());
        await(() -> robot.lookup(".text-pane").<ListView<?>>query().getItems().size() == 1);
    }

    @Test
    void filesInFoldersStandBelowThemAndAreFound(FxRobot robot) throws Exception {
        Files.createDirectories(home.resolve("lamp/docs/pictures"));
        Files.writeString(home.resolve("lamp/docs/pictures/a.txt"), "a");
        Files.writeString(home.resolve("lamp/docs/use.txt"), "b");
        robot.clickOn("#open-folder");
        await(() -> shows(robot, "Lights a desk."));
        TreeView<Shown> tree = robot.lookup("#module-tree").query();
        List<String> names = tree.getRoot().getChildren().stream().map(item -> name(item.getValue())).toList();
        assertEquals(List.of("Arm", "nowhere", "docs/", "README.md", "bom.csv", "okh.toml"),
                names.stream().filter(name -> !name.equals("export/")).toList());
        robot.interact(() -> window.context().navigator().goTo("design",
                new FileSelection(new RepoPath("docs/pictures/a.txt"), 0)));
        await(() -> tree.getSelectionModel().getSelectedItem() != null
                && name(tree.getSelectionModel().getSelectedItem().getValue()).equals("a.txt"));
        assertEquals("pictures/", name(tree.getSelectionModel().getSelectedItem().getParent().getValue()));
        robot.interact(() -> tree.getSelectionModel().select(tree.getSelectionModel().getSelectedItem().getParent()));
        assertTrue(robot.lookup(".text-pane").tryQuery().isPresent(), "a folder shows nothing of its own");
    }

    private static String name(Shown shown) {
        return switch (shown) {
            case Shown.OfModule(var module) -> module.name();
            case Shown.OfFolder(_, var folder) -> folder.fileName() + "/";
            case Shown.OfFile(_, var file, _) -> file.path().fileName();
            case Shown.Missing(_, var missing) -> missing;
        };
    }
}
