package org.commonwright.workbench.design;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.mesh.Shapes;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.raster.Image;
import org.commonwright.raster.Png;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.review.comment.Anchor;
import org.commonwright.review.comment.CommentDesk;
import org.commonwright.review.comment.Pointing;
import org.commonwright.review.comment.Subject;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.area.FileSelection;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import org.testfx.framework.junit5.Start;

/// Marks of comments on the design as it is, which lead to what was said.
@WindowTest
class CommentMarksTest {
    private static final RepoPath BOM = new RepoPath("bom.csv");
    private static final RepoPath MODEL = new RepoPath("block.stl");
    private static final RepoPath PHOTO = new RepoPath("photo.png");

    @TempDir
    Path folder;

    private TestWindow window;
    private CommentDesk desk;
    private CommitId main;

    @Start
    void start(Stage stage) {
        Path design = folder.resolve("design");
        try (GitRepository made = GitRepository.init(design)) {
            main = made.commits().write(new CommitDraft(Repos.ADA, Repos.NOON, "begin")
                    .put(BOM, "Part,Quantity\nscrew,4\nrod,2\n".getBytes(StandardCharsets.UTF_8))
                    .put(MODEL, Shapes.text(Shapes.box(60, 40, 10))).put(PHOTO, Png.encode(new Image(64, 48))));
            made.workTree().advance(Optional.empty(), main);
            made.configurePerson(Repos.ADA);
            desk = new CommentDesk(RecordStore.open(made, Identity.temporary(Repos.BOB, new SecureRandom()),
                    InstantSource.fixed(Repos.NOON)));
            var pointing = new Pointing(made, main);
            say(pointing.cell(BOM, "rod", "Quantity"), "Two are enough.");
            say(pointing.point(MODEL, 30, 20, 10), "Too thin here.");
            say(pointing.picture(PHOTO, 0.5, 0.5), "Where is the belt?");
        }
        window = new TestWindow(stage, folder.resolve("person"), new BackgroundTasks(new FxThread()));
        window.answer(design);
    }

    private void say(Anchor anchor, String words) {
        desk.make(main, anchor, Subject.ofBranch("a-branch-that-is-merged"), words, Optional.empty());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Node n) -> n instanceof Labeled l && text.equals(l.getText()) && l.isVisible()
                && l.getScene() != null).tryQuery().isPresent();
    }

    private static void click(FxRobot robot, Node node, double x, double y) {
        robot.interact(() -> {
            Point2D at = node.localToScene(x, y);
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED,
                    MouseEvent.MOUSE_CLICKED)) {
                Event.fireEvent(node,
                        new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false,
                                false, false,
                                false, true, false, false, true, false, true, null));
            }
        });
    }

    private void go(FxRobot robot, RepoPath file) {
        robot.interact(() -> window.context().navigator().goTo("design", new FileSelection(file, 0)));
    }

    @Test
    void aMarkLeadsToWhatWasSaid(FxRobot robot) throws Exception {
        robot.clickOn("#open-folder");
        await(() -> robot.lookup("#module-tree").tryQuery().isPresent());
        TreeView<?> tree = robot.lookup("#module-tree").query();
        await(() -> robot.from(tree).lookup((TreeCell<?> cell) -> "block.stl, 1 comment open".equals(
                cell.getAccessibleText())).tryQuery().isPresent());
        go(robot, PHOTO);
        await(() -> robot.lookup(".comment-pin").tryQuery().isPresent());
        click(robot, robot.lookup(".comment-pin").query(), 1, 1);
        await(() -> shows(robot, "Where is the belt?"));
        go(robot, MODEL);
        await(() -> robot.lookup(".viewer").tryQuery().isPresent()
                && robot.lookup(".viewer").query().getLayoutBounds().getWidth() > 100);
        await(() -> shows(robot, "Too thin here."));
        robot.interact(window.context().actions().get("toggle-inspector")::fire);
        Node viewer = robot.lookup(".viewer").query();
        click(robot, viewer, 2, 2);
        await(() -> !shows(robot, "Too thin here."));
        robot.interact(viewer::requestFocus);
        robot.type(KeyCode.DIGIT7);
        click(robot, viewer, viewer.getLayoutBounds().getWidth() / 2, viewer.getLayoutBounds().getHeight() / 2);
        await(() -> shows(robot, "Too thin here."));
        aCellOfAListIsMarked(robot);
    }

    private void aCellOfAListIsMarked(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().navigator().goTo("parts"));
        await(() -> robot.lookup(".comment-mark").tryQuery().isPresent());
        assertEquals(1, robot.lookup(".comment-mark").queryAll().size());
        Node mark = robot.lookup(".comment-mark").query();
        assertEquals("2", ((Labeled) mark.getParent()).getText());
        robot.clickOn(mark);
        await(() -> shows(robot, "Two are enough."));
    }
}
