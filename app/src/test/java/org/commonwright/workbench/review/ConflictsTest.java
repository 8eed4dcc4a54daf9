package org.commonwright.workbench.review;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.commonwright.design.Workspace;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.review.ReviewDesk;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.action.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A proposal that asks, decided in the window and taken back there.
@WindowTest
class ConflictsTest {
    private static final String BOM = "Part,Quantity,Notes\nscrew,4,\nrod,2,\n";

    @TempDir
    Path folder;
    private TestWindow window;
    private Path design;

    @Start
    void start(Stage stage) {
        design = folder.resolve("design");
        try (GitRepository made = GitRepository.init(design); var workspace = new Workspace(folder.resolve("w"))) {
            CommitId base = Repos.commit(made, Map.of("bom.csv", BOM, "LICENSE", "Take it.\n"));
            CommitId main = Repos.commit(made,
                    Map.of("bom.csv", BOM.replace("screw,4", "screw,6"), "LICENSE", "Take it.\n"), base);
            made.refs().createBranch("fork",
                    Repos.commit(made,
                            Map.of("bom.csv", BOM.replace("screw,4,", "screw,3,glued"), "LICENSE", "Ask me first.\n"),
                            base));
            made.workTree().advance(Optional.empty(), main);
            made.configurePerson(Repos.ADA);
            var store = RecordStore.open(made, Identity.temporary(Repos.BOB, new SecureRandom()),
                    InstantSource.fixed(Repos.NOON));
            new ReviewDesk(made, store, workspace, InstantSource.fixed(Repos.NOON)).propose("Fewer screws", "", "fork",
                    "main");
        }
        window = new TestWindow(stage, folder.resolve("person"), new BackgroundTasks(new FxThread()));
        window.answer(design);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Node n) -> n instanceof Labeled l && text.equals(l.getText()) && l.isVisible()).tryQuery()
                .isPresent();
    }

    private static void press(FxRobot robot, String text) {
        RadioButton button = robot.lookup((RadioButton r) -> text.equals(r.getText())).queryAs(RadioButton.class);
        robot.interact(button::fire);
    }

    private static Button button(FxRobot robot, String text) {
        return robot.lookup((Button b) -> text.equals(b.getText())).queryAs(Button.class);
    }

    private static double top(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    private String bom() throws IOException {
        return Files.readString(design.resolve("bom.csv"));
    }

    @Test
    void theResultFollowsTheChoiceAndTheMergeIsTakenBack(FxRobot robot) throws Exception {
        Action install = window.context().actions().get("install-git-drivers");
        Action remove = window.context().actions().get("remove-git-drivers");
        Action undo = window.context().actions().get("undo-merge");
        robot.clickOn("#open-folder");
        robot.interact(() -> window.context().navigator().goTo("review"));
        await(() -> shows(robot, "screw,6,glued"));
        Node bar = robot.lookup("#decision-bar").query();
        assertTrue(shows(robot, "The rules name nobody for what this touches: anybody may decide."));
        assertTrue(bar.localToScene(bar.getBoundsInLocal()).getMaxY() <= top(robot, "#consequences"),
                "who decides stands above what it means");
        robot.interact(robot.lookup("#alarms-glance .hyperlink").queryAs(Hyperlink.class)::fire);
        await(() -> robot.lookup((TitledPane p) -> p.getText().contains("LICENSE") && p.isFocused()).tryQuery()
                .isPresent());
        await(() -> shows(robot, "No other design of the workspace uses it."));
        assertTrue(remove.isBlocked());
        robot.interact(install::fire);
        await(() -> !remove.isBlocked());
        assertTrue(Files.readString(design.resolve(".git/config")).contains("bom merge --marks"));
        robot.interact(remove::fire);
        await(() -> !install.isBlocked());
        press(robot, "Proposed");
        assertTrue(shows(robot, "screw,3,glued"));
        press(robot, "Before");
        assertTrue(shows(robot, "screw,4,glued"));
        TextField other = robot.lookup((TextField f) -> "another value".equals(f.getPromptText()))
                .queryAs(TextField.class);
        robot.interact(() -> other.setText("5"));
        assertTrue(shows(robot, "screw,5,glued"));
        assertEquals("merging.undo-no-merge", undo.blocked().getValue().orElseThrow().key());

        robot.interact(button(robot, "Start over")::fire);
        assertTrue(shows(robot, "screw,6,glued"));
        assertTrue(other.getText().isEmpty() || !shows(robot, "screw,5,glued"));
        assertTrue(button(robot, "Merge").isDisabled());
        robot.interact(button(robot, "Take the rest as proposed")::fire);
        assertTrue(shows(robot, "screw,3,glued") && !button(robot, "Merge").isDisabled());
        assertTrue(button(robot, "Keep the rest as it is here").isDisabled(), "nothing is left");
        assertTrue(robot.lookup((RadioButton r) -> "Proposed".equals(r.getText())).queryAs(RadioButton.class)
                .isSelected());
        robot.interact(button(robot, "Start over")::fire);
        assertTrue(shows(robot, "screw,6,glued") && button(robot, "Merge").isDisabled());
        robot.interact(window.context().actions().get("next-conflict")::fire);
        await(() -> robot.lookup((RadioButton r) -> "Before".equals(r.getText()) && r.isFocused()).tryQuery()
                .isPresent());
        // With the keyboard alone: an arrow chooses without pressing.
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        await(() -> shows(robot, "screw,3,glued"));
        assertTrue(robot.lookup("1 of 1 conflict decided").tryQuery().isPresent());
        robot.interact(window.context().actions().get("accept-proposal")::fire);
        await(() -> !undo.isBlocked());
        await(() -> shows(robot, "This proposal is decided."));
        assertEquals(BOM.replace("screw,4,", "screw,3,glued"), bom());

        robot.interact(undo::fire);
        await(() -> shows(robot, "screw,6,glued"));
        assertEquals(BOM.replace("screw,4", "screw,6"), bom());
        try (GitRepository repository = GitRepository.open(design)) {
            assertTrue(repository.workTree().status().changed().isEmpty());
        }
    }
}
