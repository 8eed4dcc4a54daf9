package org.commonwright.workbench.review;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.i18n.Messages;
import org.commonwright.mesh.Shapes;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.review.comment.CommentDesk;
import org.commonwright.review.comment.Pointing;
import org.commonwright.review.comment.Subject;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.task.Work;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A fork that is commented on by keyboard, and a suggestion that is applied with one click.
@WindowTest
class CommentingTest {
    private static final String BOM = "Part,Quantity,Notes\nscrew,4,\nrod,2,\n";

    @TempDir
    Path folder;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private TestWindow window;
    private Path design;

    @Start
    void start(Stage stage) {
        design = folder.resolve("design");
        try (GitRepository made = GitRepository.init(design)) {
            CommitId main = Repos.commit(made, Map.of("bom.csv", BOM, "notes.md", "Untouched by the fork.\n"));
            CommitId fork = made.commits().write(new CommitDraft(Repos.ADA, Repos.NOON, "A block").on(main)
                    .put(new RepoPath("bom.csv"), BOM.replace("screw,4,", "screw,3,").getBytes(StandardCharsets.UTF_8))
                    .put(new RepoPath("plan.md"), "one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8))
                    .put(new RepoPath("block.stl"), Shapes.text(Shapes.box(60, 40, 10))));
            made.refs().createBranch("fork", fork);
            made.workTree().advance(Optional.empty(), main);
            made.configurePerson(Repos.ADA);
            var store = RecordStore.open(made, Identity.temporary(Repos.BOB, new SecureRandom()),
                    InstantSource.fixed(Repos.NOON));
            new CommentDesk(store).make(fork, new Pointing(made, fork).cell(new RepoPath("bom.csv"), "screw",
                    "Quantity"), Subject.ofBranch("fork"), "Three do not hold it.", Optional.of("5"));
            new CommentDesk(store).make(fork, new Pointing(made, fork).lines(new RepoPath("notes.md"), 1, 1),
                    Subject.ofBranch("fork"), "Why untouched?", Optional.empty());
        }
        window = new TestWindow(stage, folder.resolve("person"), listed(new BackgroundTasks(new FxThread())));
        window.answer(design);
    }

    /// @return tasks that are written down as they are asked for
    private Tasks listed(Tasks tasks) {
        return new Tasks() {
            @Override
            public <T> TaskHandle submit(Messages.Key title, Work<T> work, TaskListener<T> listener) {
                asked.add(title.key());
                return tasks.submit(title, work, listener);
            }

            @Override
            public void close() {
                tasks.close();
            }
        };
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Node n) -> n instanceof Labeled l && text.equals(l.getText()) && l.isVisible()).tryQuery()
                .isPresent();
    }

    private static void press(FxRobot robot, Node node) {
        robot.interact(() -> Event.fireEvent(node, new MouseEvent(MouseEvent.MOUSE_PRESSED, 5, 5, 5, 5,
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, true, null)));
    }

    private static Button button(FxRobot robot, String text) {
        return robot.lookup((Button b) -> text.equals(b.getText())).queryAs(Button.class);
    }

    private String forked() {
        try (GitRepository repository = GitRepository.open(design)) {
            return new String(repository.tree(repository.require("fork")).read(new RepoPath("bom.csv"), 1000),
                    StandardCharsets.UTF_8);
        }
    }

    /// In one window, since opening one takes longer than all that is done in it.
    @Test
    void whatIsReviewedIsCommentedOnByKeys(FxRobot robot) throws Exception {
        robot.clickOn("#open-folder");
        robot.interact(() -> window.context().navigator().goTo("review"));
        await(() -> shows(robot, "fork"));
        assertFalse(asked.contains("reviews.comparing"), "no review is made that nobody sees");
        robot.interact(window.context().actions().get("show-reviews")::fire);
        await(() -> shows(robot, "Three do not hold it."));
        assertTrue(shows(robot, "Comments · 2 open"));
        aPointOfAModelIsCommentedOnByKeys(robot);
        await(() -> shows(robot, "Comments · 3 open"));
        aRowIsCommentedOnByKeysAndASuggestionIsApplied(robot);
    }

    private void aRowIsCommentedOnByKeysAndASuggestionIsApplied(FxRobot robot) throws Exception {
        assertTrue(shows(robot, "Why untouched?"));
        Node rows = robot.lookup(".comment-rows").query();
        press(robot, robot.from(rows).lookup(".comment-row").nth(0).query());
        assertTrue(rows.isFocused(), "what was pressed has the keys, and not what it lies in");
        robot.type(KeyCode.ENTER);
        ComboBox<String> column = robot.lookup(".composer .combo-box").query();
        await(() -> "Quantity".equals(column.getValue()));
        TextArea words = robot.lookup(".composer .text-area").queryAs(TextArea.class);
        robot.interact(() -> words.setText("Four would do."));
        robot.interact(button(robot, "Comment")::fire);
        await(() -> shows(robot, "Four would do."));
        await(() -> shows(robot, "Comments · 4 open"));
        robot.interact(() -> robot.lookup((TitledPane p) -> p.getText().contains("plan.md")).queryAs(TitledPane.class)
                .setExpanded(true));
        await(() -> robot.lookup(".comment-rows").queryAll().size() == 2);
        Node lines = robot.lookup(".comment-rows").nth(1).query();
        robot.interact(lines::requestFocus);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT).type(KeyCode.ENTER);
        assertTrue(shows(robot, "plan.md, lines 1 to 2"));
        robot.type(KeyCode.ESCAPE);
        Button whole = robot.from(lines.getParent()).lookup((Button b) -> "Comment on the file".equals(b.getText()))
                .query();
        robot.interact(whole::fire);
        assertTrue(shows(robot, "plan.md"), "a text is commented on as a whole, too");
        TextArea kept = robot.lookup(".composer .text-area").queryAs(TextArea.class);
        robot.interact(() -> kept.setText("Half a thou"));
        robot.type(KeyCode.ESCAPE);
        assertTrue(shows(robot, "Esc once more throws away what was typed here."));
        robot.interact(() -> kept.setText("Half a thought"));
        robot.type(KeyCode.ESCAPE);
        assertEquals("Half a thought", kept.getText());
        assertTrue(kept.getScene() != null, "asked anew once more was typed");
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup(".composer").queryAll().isEmpty());
        Button apply = button(robot, "Apply");
        robot.interact(apply::requestFocus);
        robot.interact(apply::fire);
        await(() -> forked().contains("screw,5,"));
        assertEquals(BOM.replace("screw,4,", "screw,5,"), forked());
        await(() -> shows(robot, "applied by Ada as " + head()));
        assertTrue(shows(robot, "Comments · 3 open"));
        assertTrue(shows(robot, "it said “3” and says “5” now"));
        assertTrue(robot.lookup(".review-list").query().isFocused(), "keys go on in the review that was told anew");
    }

    private void aPointOfAModelIsCommentedOnByKeys(FxRobot robot) throws Exception {
        await(() -> robot.lookup(".viewer").tryQuery().isPresent());
        Node viewer = robot.lookup(".viewer").query();
        await(() -> viewer.getLayoutBounds().getWidth() > 100);
        press(robot, viewer);
        assertTrue(viewer.isFocused(), "what was pressed has the keys, and not what it lies in");
        robot.type(KeyCode.DIGIT7, KeyCode.C);
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        TextArea words = robot.lookup(".composer .text-area").queryAs(TextArea.class);
        robot.interact(() -> words.setText("Too thin here."));
        robot.interact(button(robot, "Comment")::fire);
        await(() -> shows(robot, "Too thin here."));
        assertTrue(robot.lookup((Node n) -> n instanceof Labeled l && l.getText() != null
                && l.getText().matches("block.stl at .*, 10 mm")).tryQuery().isPresent());
    }

    private String head() {
        try (GitRepository repository = GitRepository.open(design)) {
            return repository.require("fork").abbreviated();
        }
    }
}
