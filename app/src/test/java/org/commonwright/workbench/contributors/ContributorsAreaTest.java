package org.commonwright.workbench.contributors;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.commonwright.credit.CreditDesk;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
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

/// What the command line can do about contributors, the window can.
@WindowTest
class ContributorsAreaTest {
    private static final Person BO = new Person("Bo", "bo@example.org");

    @TempDir
    Path home;

    private TestWindow window;
    private Path design;

    @Start
    void start(Stage stage) throws IOException {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        design = window.context().folders().workspace().resolve("lamp");
        try (GitRepository repository = GitRepository.init(design)) {
            commit(repository, Repos.ADA, "okh.toml", "okhv = \"2.4\"\nname = \"Lamp\"\n");
            commit(repository, Repos.ADA, "bom.csv", "Part,Quantity\nscrew,4\nshade,1\n");
            commit(repository, BO, "bom.csv", "Part,Quantity\nscrew,6\nshade,1\n");
            commit(repository, BO, "vendor/theirs.c", "int theirs;\n");
            var desk = new CreditDesk(repository, RecordStore.open(repository,
                    Identity.temporary(BO, new SecureRandom()), InstantSource.system()));
            desk.declare("Drew the shade", Rational.of(3), RepoPath.ROOT, List.of());
        }
    }

    private static void commit(GitRepository repository, Person who, String path, String text) throws IOException {
        Path file = repository.folder().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        repository.workTree().commit("Change", who, Repos.NOON, List.of(new RepoPath(path)), Optional.empty());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private TableView<?> table(FxRobot robot, String id) {
        return robot.lookup((Node n) -> n instanceof TableView<?> && ("table-" + id).equals(n.getId())).query();
    }

    private boolean rows(FxRobot robot, String id, int count) {
        return robot.lookup((Node n) -> n instanceof TableView<?> t && ("table-" + id).equals(n.getId())
                && t.getItems().size() == count).tryQuery().isPresent();
    }

    private void tab(FxRobot robot, int index) {
        robot.interact(() -> robot.lookup((Node n) -> n instanceof TabPane t && t.getTabs().size() == 8)
                .<TabPane>query().getSelectionModel().select(index));
    }

    private boolean fire(FxRobot robot, String action) {
        boolean[] fired = {false};
        robot.interact(() -> fired[0] = window.context().actions().get(action).fire());
        return fired[0];
    }

    /// In one window, since opening one takes longer than all that is done in it.
    @Test
    void whatTheCommandLineCanTheWindowCan(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().current().open(new OpenDesign(design, "Lamp")));
        robot.interact(() -> window.context().navigator().goTo("contributors"));
        await(() -> rows(robot, "contributors", 2));
        cellsAndNotesAreShown(robot);
        effortIsDeclaredAndCountersigned(robot);
        aPartIsStatedAndCheckedAndNamesAreWritten(robot);
    }

    private void effortIsDeclaredAndCountersigned(FxRobot robot) throws Exception {
        tab(robot, 5);
        await(() -> rows(robot, "contributor-efforts", 1));
        assertTrue(!fire(robot, "countersign-effort"), "nothing is chosen");
        robot.interact(() -> table(robot, "contributor-efforts").getSelectionModel().select(0));
        assertTrue(fire(robot, "countersign-effort"));
        await(() -> !table(robot, "contributor-efforts").getItems().toString().contains("signers=[]"));
        assertEquals(0, table(robot, "contributor-efforts").getSelectionModel().getSelectedIndex(), "it stays chosen");
        assertTrue(!fire(robot, "countersign-effort"), "once is enough");
        assertTrue(fire(robot, "declare-effort"));
        assertTrue(robot.lookup("#effort-work").query().isFocused());
        robot.interact(() -> {
            robot.lookup("#effort-work").queryAs(TextInputControl.class).setText("Wired it");
            robot.lookup("#effort-hours").queryAs(TextInputControl.class).setText("1,5");
        });
        robot.interact(() -> robot.lookup("#effort-declare").queryButton().fire());
        await(() -> rows(robot, "contributor-efforts", 2));
    }

    private void aPartIsStatedAndCheckedAndNamesAreWritten(FxRobot robot) throws Exception {
        robot.interact(() -> table(robot, "contributors").getSelectionModel().select(0));
        assertTrue(fire(robot, "state-part"));
        tab(robot, 6);
        await(() -> rows(robot, "contributor-statements", 1));
        robot.interact(() -> table(robot, "contributor-statements").getSelectionModel().select(0));
        assertTrue(fire(robot, "verify-part"));
        assertTrue(fire(robot, "write-contributors"));
        await(() -> Files.isRegularFile(design.resolve("CONTRIBUTORS")));
        assertTrue(Files.readString(design.resolve("CONTRIBUTORS")).contains("- Bo <bo@example.org>"));
        Files.writeString(design.resolve("CONTRIBUTORS"), "By hand\n");
        window.confirms(false);
        assertTrue(fire(robot, "write-contributors"));
        Path json = home.resolve("parts.json");
        window.answer(json);
        assertTrue(fire(robot, "contributors-json"));
        await(() -> Files.isRegularFile(json));
        assertTrue(Files.readString(json).contains("\"cells\" : 1"));
        assertEquals("By hand\n", Files.readString(design.resolve("CONTRIBUTORS")));
    }

    private void cellsAndNotesAreShown(FxRobot robot) throws Exception {
        tab(robot, 4);
        await(() -> rows(robot, "contributor-cells", 1));
        tab(robot, 7);
        await(() -> rows(robot, "contributor-notes", 1));
        assertTrue(table(robot, "contributor-notes").getItems().toString().contains("VENDORED"));
    }
}
