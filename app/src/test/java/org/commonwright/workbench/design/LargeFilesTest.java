package org.commonwright.workbench.design;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.commonwright.git.GitRepository;
import org.commonwright.git.PushUpdate;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.task.Progress;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.area.FileSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A design whose large file stayed where it came from.
@WindowTest
class LargeFilesTest {
    private static final RepoPath NOTES = new RepoPath("docs/long.txt");

    @TempDir
    Path folder;
    private TestWindow window;
    private Path design;

    @Start
    void start(Stage stage) throws IOException {
        Path home = folder.resolve("home.git");
        GitRepository.initBare(home).close();
        try (GitRepository made = GitRepository.init(folder.resolve("made"))) {
            Repos.write(made.folder(), ".gitattributes", "*.txt filter=lfs diff=lfs merge=lfs -text\n");
            Repos.write(made.folder(), "okh.toml", "okhv = \"2.4\"\nname = \"Lamp\"\nversion = \"1\"\n");
            Repos.write(made.folder(), NOTES.text(), "one\ntwo\nthree\n");
            CommitId commit = made.workTree().commit("notes", Repos.ADA, Repos.NOON,
                    Stream.of(".gitattributes", "okh.toml", NOTES.text()).map(RepoPath::new).toList(),
                    Optional.empty());
            made.remotes().push(home.toString(),
                    List.of(new PushUpdate(commit, "refs/heads/main", Optional.empty())), Progress.NONE);
        }
        Files.move(home.resolve("lfs"), folder.resolve("shelf"));
        design = folder.resolve("design");
        GitRepository.cloneFrom(home.toString(), design, Progress.NONE).close();
        window = new TestWindow(stage, folder.resolve("person"), new BackgroundTasks(new FxThread()));
        window.answer(design);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Node n) -> n instanceof Labeled l && String.valueOf(l.getText()).contains(text)
                && l.isVisible()).tryQuery().isPresent();
    }

    @Test
    void itIsSaidToBeElsewhereAndFetchedByItsButton(FxRobot robot) throws Exception {
        Action fetch = window.context().actions().get("fetch-large-files");
        assertTrue(fetch.isBlocked());
        robot.clickOn("#open-folder");
        await(() -> !fetch.isBlocked());
        await(() -> shows(robot, "1 large file of this design (14\u00a0B)"));
        robot.interact(() -> window.context().navigator().goTo("design", new FileSelection(NOTES, 0)));
        await(() -> shows(robot, "This large file is not on this machine"));

        robot.clickOn("#fetch-this-file");
        await(() -> shows(robot, "1 of 1 large file could not be fetched."));
        assertFalse(fetch.isBlocked());

        Files.move(folder.resolve("shelf"), folder.resolve("home.git/lfs"));
        robot.interact(fetch::fire);
        await(() -> robot.lookup(".text-pane").tryQuery().isPresent());
        assertEquals("one\ntwo\nthree\n", Files.readString(design.resolve(NOTES.text())));
        await(fetch::isBlocked);
        assertEquals("workbench-design.large-all-here", fetch.blocked().getValue().orElseThrow().key());
    }
}
