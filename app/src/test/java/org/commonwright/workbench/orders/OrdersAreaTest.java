package org.commonwright.workbench.orders;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.commonwright.sample.SampleInstaller;
import org.commonwright.sample.SampleSource;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.task.Progress;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.area.OpenDesign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class OrdersAreaTest {
    private static final Path STORED = Path.of(System.getProperty("commonwright.root", "..")).resolve("designs-sample");

    /// Laid out once; what one test orders hinders no other.
    @TempDir
    static Path designs;
    private static Path plotter;

    @TempDir
    Path home;

    private TestWindow window;

    @BeforeAll
    static void layOut() {
        plotter = new SampleInstaller(SampleSource.folder(STORED)).install(designs, Progress.NONE)
                .design("pen-plotter").orElseThrow().folder();
    }

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private void go(FxRobot robot, String area) {
        robot.interact(() -> window.context().navigator().goTo(area));
    }

    @Test
    void anOrderOfTheSampleIsPlacedClaimedRunAndStopped(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().current().open(new OpenDesign(plotter, "Pen plotter")));
        go(robot, "orders");
        robot.interact(() -> window.context().actions().get("new-order").fire());
        await(() -> !window.context().actions().get("place-order").isBlocked());
        await(() -> robot.lookup("#verdict").tryQuery().isPresent());
        robot.interact(() -> window.context().actions().get("place-order").fire());
        await(() -> !jobs(robot, "#lane-open").isEmpty());
        int open = jobs(robot, "#lane-open").size();
        robot.interact(() -> robot.lookup("#filter-jobs").queryTextInputControl().setText("no such part"));
        await(() -> jobs(robot, "#lane-open").isEmpty());
        assertEquals("0 of " + open + " jobs", robot.lookup("#filter-found").queryLabeled().getText());
        robot.interact(() -> robot.lookup("#filter-jobs").queryTextInputControl().clear());
        await(() -> jobs(robot, "#lane-open").size() == open);
        robot.interact(() -> robot.lookup("#lane-open").queryListView().getSelectionModel().select(0));
        assertTrue(window.context().actions().get("run-job").isBlocked());
        robot.interact(() -> window.context().actions().get("claim-job").fire());
        await(() -> jobs(robot, "#lane-claimed").size() == 1);
        robot.interact(() -> window.context().actions().get("run-job").fire());
        await(() -> jobs(robot, "#lane-running").size() == 1
                && window.context().machines().emergencyStop().get() != null);
        String slot = window.context().machines().slots().getFirst().name();
        assertTrue(slot.startsWith("practice-") && !slot.contains("virtual:"), slot);
        robot.interact(() -> window.context().actions().get("stop-job").fire());
        await(() -> jobs(robot, "#lane-unknown").size() == 1
                && window.context().machines().emergencyStop().get() == null);
        assertLogIsShownAndSaved(robot);
    }

    private void assertLogIsShownAndSaved(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#lane-unknown").queryListView().getSelectionModel().select(0));
        await(() -> robot.lookup(".show-run-log").tryQuery().isPresent());
        robot.interact(() -> robot.lookup(".show-run-log").queryButton().fire());
        await(() -> robot.lookup("#run-log").tryQuery().isPresent());
        List<String> lines = List.copyOf(robot.lookup("#run-log").<String>queryListView().getItems());
        assertEquals("commonwright-run-log 1", lines.getFirst());
        assertTrue(lines.stream().anyMatch(line -> line.contains("\"outcome\":\"aborted\"")), lines.toString());
        Path file = home.resolve("saved.log");
        window.answer(file);
        robot.interact(() -> robot.lookup("#save-run-log").queryButton().fire());
        await(() -> Files.exists(file));
        assertEquals(lines.size(), Files.readAllLines(file).size());
        robot.interact(() -> robot.lookup("#copy-run-log").queryButton().fire());
        robot.interact(() -> assertTrue(
                Clipboard.getSystemClipboard().getString().startsWith("commonwright-run-log 1\n")));
    }

    private static List<?> jobs(FxRobot robot, String lane) {
        return robot.lookup(lane).tryQuery().map(n -> (List<?>) ((ListView<?>) n).getItems()).orElse(List.of());
    }

    @Test
    void theContributorsOfTheSampleAreInATable(FxRobot robot) throws Exception {
        go(robot, "contributors");
        robot.interact(() -> window.context().current().open(new OpenDesign(plotter, "Pen plotter")));
        await(() -> robot.lookup("#table-contributors").tryQuery()
                .map(n -> !((TableView<?>) n).getItems().isEmpty()).orElse(false));
        assertTrue(robot.lookup(".share-bar").queryAll().size() >= 2);
        assertEquals("contributors", window.context().navigator().current().get());
    }
}
