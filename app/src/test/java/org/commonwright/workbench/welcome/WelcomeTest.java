package org.commonwright.workbench.welcome;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.commonwright.git.GitRepository;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
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
class WelcomeTest {
    private static final Person ADA = new Person("Ada", "ada@example.org");

    @TempDir
    Path home;

    private TestWindow window;

    @Start
    void start(Stage stage) throws IOException {
        Path design = home.resolve("remote/lamp");
        Files.createDirectories(design);
        Files.writeString(design.resolve("okh.toml"), "okhv = \"2.4\"\nname = \"Desk lamp\"\n", StandardCharsets.UTF_8);
        try (GitRepository repository = GitRepository.init(design)) {
            repository.workTree().commit("Begin the lamp", ADA, TestWindow.NOW, List.of(new RepoPath("okh.toml")),
                    Optional.empty());
        }
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private static boolean shows(FxRobot robot, String part) {
        return robot.lookup((Node n) -> n instanceof Labeled l && l.getText() != null && l.getText().contains(part))
                .tryQuery().isPresent();
    }

    @Test
    void aRepositoryIsClonedIntoTheWorkspaceAndOpened(FxRobot robot) throws Exception {
        robot.clickOn("#clone");
        robot.clickOn("#clone-url").write(home.resolve("remote/lamp").toString());
        assertFalse(robot.lookup("#clone-start").query().isDisabled());
        robot.push(KeyCode.ENTER);
        await(() -> window.context().current().design().get() != null
                && window.context().current().design().get().name().equals("Desk lamp"));
        assertTrue(Files.isRegularFile(home.resolve("workspace/lamp/okh.toml")));
        await(() -> shows(robot, "↑0 ↓0"));
        assertEquals("main", robot.lookup("#branch").<Labeled>query().getText());

        Files.writeString(home.resolve("workspace/lamp/notes.txt"), "new");
        robot.interact(() -> window.context().current().changed());
        await(() -> shows(robot, "1 change"));

        robot.interact(() -> window.context().navigator().goTo("welcome"));
        await(() -> shows(robot, "Ada: Begin the lamp"));
    }

    @Test
    void anAddressThatLeadsNowhereIsSaidInTheFormAndNothingIsLeftBehind(FxRobot robot) throws Exception {
        robot.clickOn("#clone");
        assertTrue(robot.lookup("#clone-start").query().isDisabled());
        robot.clickOn("#clone-url").write(home.resolve("nowhere").toString()).push(KeyCode.ENTER);
        await(() -> robot.lookup("#clone-fault").query().isVisible());
        assertFalse(Files.exists(home.resolve("workspace/nowhere")));
        assertEquals(home.resolve("nowhere").toString(), robot.lookup("#clone-url")
                .<TextField>query().getText());
    }
}
