package org.commonwright.workbench.adding;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.commonwright.design.DesignModule;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.RepoPath;
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
class AddingPageTest {
    private static final String LAMP = "Part,Quantity\nshade,1\n";

    @TempDir
    Path home;

    private TestWindow window;
    private Path lamp;

    @Start
    void start(Stage stage) throws IOException {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        lamp = window.context().folders().workspace().resolve("lamp");
        GitRepository.init(lamp).close();
        Files.writeString(lamp.resolve("bom.csv"), LAMP);
        Files.createDirectories(lamp.resolve("modules/foot"));
        Files.writeString(lamp.resolve("modules/foot/bom.csv"), "Part,Quantity\nplate,1\n");
        Path driver = window.context().folders().workspace().resolve("driver");
        try (GitRepository repository = GitRepository.init(driver)) {
            Files.writeString(driver.resolve("bom.csv"), "MPN,Quantity,Part\nF-1,2,fuse\nPCB-1,1,board\n");
            repository.workTree().commit("begin", Repos.ADA, Repos.NOON, List.of(new RepoPath("bom.csv")),
                    Optional.empty());
        }
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private void open(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().current().open(new OpenDesign(lamp, "Lamp")));
        robot.interact(() -> window.context().navigator().goTo("parts"));
        await(() -> lines(robot) == 1);
    }

    private static boolean isBill(Node node) {
        return node instanceof TableView<?> && node.getId() != null && node.getId().startsWith("table-bom");
    }

    private static int lines(FxRobot robot) {
        return robot.lookup(AddingPageTest::isBill).tryQuery()
                .map(n -> n instanceof TableView<?> t ? t.getItems().size() : -1).orElse(-1);
    }

    private void page(FxRobot robot, String action, String design) throws Exception {
        robot.interact(() -> window.context().actions().get(action).fire());
        await(() -> tree(robot, "#adding-designs").isPresent());
        TreeView<DesignModule> tree = tree(robot, "#adding-designs").orElseThrow();
        robot.interact(() -> tree.getRoot().getChildren().stream().filter(i -> i.getValue().name().equals(design))
                .findFirst().ifPresent(tree.getSelectionModel()::select));
        await(() -> robot.lookup("#table-adding").tryQuery().isPresent());
    }

    private static Optional<TreeView<DesignModule>> tree(FxRobot robot, String id) {
        return robot.lookup(id).<TreeView<DesignModule>>tryQuery().filter(t -> t.getRoot() != null);
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).<Button>query().fire());
    }

    private void save(FxRobot robot) {
        robot.interact(() -> window.context().actions().get("save-parts").fire());
    }

    private String disk() {
        try {
            return Files.readString(lamp.resolve("bom.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void chosenLinesOfAnotherDesignComeByMeaningAsOneStep(FxRobot robot) throws Exception {
        open(robot);
        page(robot, "add-parts", "driver");
        TableView<?> table = robot.lookup("#table-adding").query();
        await(() -> table.getItems().size() == 2);
        robot.interact(() -> table.getSelectionModel().selectAll());
        press(robot, "#adding-add-lines");
        await(() -> lines(robot) == 3);
        assertTrue(robot.lookup("#adding-page").tryQuery().isEmpty(), "the page is left");
        save(robot);
        await(() -> disk().equals("Part,Quantity,MPN\nshade,1,\nfuse,2,F-1\nboard,1,PCB-1\n"));
        assertFalse(Files.exists(lamp.resolve("commons.lock")));
        robot.interact(() -> window.context().actions().get("undo-edit").handler().run());
        await(() -> lines(robot) == 1);
    }

    @Test
    void aModuleOfAnotherDesignIsPinnedWhenTheListIsSaved(FxRobot robot) throws Exception {
        open(robot);
        page(robot, "add-module", "driver");
        press(robot, "#adding-add-module");
        await(() -> lines(robot) == 2);
        assertFalse(Files.exists(lamp.resolve("commons.lock")), "nothing is written before it is saved");
        save(robot);
        await(() -> disk().equals("Part,Quantity,Module\nshade,1,\ndriver,1,@driver\n"));
        assertTrue(Files.readString(lamp.resolve("commons.lock")).contains("name = \"driver\""));
    }

    @Test
    void theDesignItselfIsRefusedWithASentence(FxRobot robot) throws Exception {
        open(robot);
        page(robot, "add-module", "lamp");
        press(robot, "#adding-add-module");
        await(() -> window.context().notices().shown().stream()
                .anyMatch(n -> n.text().key().equals("design.add-cycle")));
        robot.push(KeyCode.ESCAPE);
        await(() -> robot.lookup("#adding-page").tryQuery().isEmpty());
        assertEquals(LAMP, disk());
    }
}
