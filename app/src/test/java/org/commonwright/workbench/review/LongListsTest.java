package org.commonwright.workbench.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.commonwright.bom.diff.BomDiff;
import org.commonwright.bom.diff.CellChange;
import org.commonwright.git.FileChange;
import org.commonwright.git.Repos;
import org.commonwright.git.TextDiff;
import org.commonwright.governance.Decider;
import org.commonwright.model.AgentId;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.review.FileReview;
import org.commonwright.review.LaterFile;
import org.commonwright.review.ModuleReview;
import org.commonwright.review.comment.Anchor;
import org.commonwright.review.comment.CommentThread;
import org.commonwright.review.comment.Placement;
import org.commonwright.review.comment.Remark;
import org.commonwright.review.comment.Subject;
import org.commonwright.review.file.Row;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.review.comments.CommentsViewModel;
import org.commonwright.workbench.review.comments.PlacedThread;
import org.commonwright.workbench.review.mesh.MeshActions;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A thousand entries of whatever a review lists are shown without a node for each, and each of them can be reached.
@WindowTest
class LongListsTest {
    private static final int MANY = 1_000;
    /// A page of the longest lists has a hundred rows, each of some ten nodes.
    private static final int NODES = 3_000;
    private static final RepoPath BOM = new RepoPath("bom.csv");
    private static final ContentId ID = ContentId.of("thread".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;
    private final Controls controls = new Controls(new Texts(Locale.ENGLISH));
    private final Tasks tasks = new BackgroundTasks(new FxThread());
    private ScrollPane page;
    private CommentsViewModel comments;
    private FileReviewView views;

    @Start
    void start(Stage stage) {
        comments = new CommentsViewModel(AppFolders.under(folder.resolve("person")), tasks, tasks,
                new Notices(Runnable::run), new CurrentDesign(), InstantSource.fixed(Repos.NOON));
        Supplier<Path> design = () -> folder.resolve("lamp");
        views = new FileReviewView(controls, new MeshesBeforeAfter(controls, tasks, design, new MeshActions()),
                new OtherKindsView(controls, new BlobSides(controls, tasks, design)), comments);
        page = new ScrollPane();
        page.setFitToWidth(true);
        stage.setScene(new Scene(page, 600, 200));
        stage.show();
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    private void show(FxRobot robot, Supplier<Node> node) {
        robot.interact(() -> {
            page.setContent(node.get());
            page.applyCss();
            page.layout();
        });
        int nodes = page.lookupAll("*").size();
        assertTrue(nodes < NODES, nodes + " nodes");
    }

    private Set<String> texts() {
        return page.lookupAll("*").stream().filter(n -> n instanceof Labeled && n.isVisible())
                .map(n -> ((Labeled) n).getText()).filter(t -> t != null && !t.isEmpty()).collect(Collectors.toSet());
    }

    private void turn(FxRobot robot, String words) {
        Button button = robot.lookup((Button b) -> words.equals(b.getText())).queryAs(Button.class);
        assertFalse(button.isDisabled());
        robot.interact(button::fire);
    }

    private static void press(Node at, KeyCode key) {
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private static FileChange changed(String path) {
        var at = new RepoPath(path);
        return new FileChange(FileChange.Kind.MODIFIED, at, at, "a", "b", null, null);
    }

    private static CommentThread thread(ContentId id, Anchor at, int remarks) {
        var ada = new Decider(new AgentId("SHA256:" + "a".repeat(43)), Repos.ADA);
        return new CommentThread(id, new CommitId("0".repeat(40)), at, Subject.NONE, IntStream.range(0, remarks)
                .mapToObj(i -> new Remark(id, ada, Repos.NOON, "word " + i, Optional.empty(), false, false)).toList(),
                Optional.empty(), List.of());
    }

    private static PlacedThread at(Anchor anchor, CommentThread thread) {
        return new PlacedThread(thread, new Placement(Placement.State.KEPT, anchor, Optional.empty()), Set.of(),
                Optional.empty());
    }

    private static Anchor.Cell cell(int part) {
        return new Anchor.Cell(BOM, "b", "part " + part, "", "", "Quantity", "quantity", "2", part + 2);
    }

    @Test
    void whatWasOpenIsOpenWhenTheSameIsToldAnew(FxRobot robot) {
        var id = new CommitId("0".repeat(40));
        var text = new LaterFile(changed("a.txt"), id, id, false, null);
        var mesh = new LaterFile(changed("a.stl"), id, id, false, null);
        robot.interact(() -> {
            var first = new LaterFiles(controls, views, tasks, folder, null);
            assertTrue(first.of(mesh).isExpanded() && !first.of(text).isExpanded());
            first.of(mesh).setExpanded(false);
            first.of(text).setExpanded(true);
            var again = new LaterFiles(controls, views, tasks, folder, first);
            assertTrue(again.of(text).isExpanded() && !again.of(mesh).isExpanded());
        });
    }

    @Test
    void aBillIsReadByKeysFromPageToPageAndLedToItsComments(FxRobot robot) {
        List<CellChange> cells = IntStream.range(0, MANY)
                .mapToObj(i -> new CellChange("part " + i, "Quantity", "1", "2", i + 2)).toList();
        var diff = new BomDiff(List.of(), List.of(), cells, List.of(), List.of(), List.of());
        Anchor.Cell last = cell(MANY - 1);
        PlacedThread spoken = at(last, thread(ID, last, MANY));
        robot.interact(() -> comments.threads().add(spoken));
        show(robot, () -> views.body(new FileReview.BomCells(changed("bom.csv"), diff)));
        assertTrue(texts().contains("part 0"), "the beginning");
        assertTrue(texts().contains("1 to 100 of 1,000"), texts().toString());

        Node rows = page.lookup(".comment-rows");
        robot.interact(rows::requestFocus);
        robot.interact(() -> {
            Node end = rows.lookupAll(".comment-row").toArray(Node[]::new)[99];
            Event.fireEvent(end, new MouseEvent(MouseEvent.MOUSE_PRESSED, 5, 5, 5, 5, MouseButton.PRIMARY, 1, false,
                    false, false, false, true, false, false, true, false, true, null));
            press(rows, KeyCode.DOWN);
        });
        assertTrue(rows.isFocused() && texts().contains("part 100") && !texts().contains("part 0"));
        robot.interact(() -> Event.fireEvent(rows,
                new KeyEvent(KeyEvent.KEY_TYPED, "c", "c", KeyCode.UNDEFINED, false, false, false, false)));
        robot.interact(() -> robot.lookup((TextArea _) -> true).queryAs(TextArea.class).setText("How many?"));
        turn(robot, "Show those after");
        assertTrue(texts().contains("part 200") && !texts().contains("part 100"));
        turn(robot, "Show those before");
        assertEquals("How many?", robot.lookup((TextArea _) -> true).queryAs(TextArea.class).getText(),
                "what somebody writes is there when they come back");

        robot.interact(() -> comments.show(spoken));
        assertTrue(texts().contains("part 999") && texts().contains("word 999"), "the newest word of its thread");
        assertFalse(texts().contains("word 0"));
        assertTrue(page.lookupAll("*").size() < NODES);
    }

    @Test
    void textsThreadsFieldsAndFilesStandOnPages(FxRobot robot) {
        text(robot);
        threads(robot);
        fields(robot);
        files(robot);
    }

    private void text(FxRobot robot) {
        List<TextDiff.Line> lines = IntStream.range(0, MANY)
                .mapToObj(i -> new TextDiff.Line(TextDiff.Kind.ONLY_NEW, "line " + i)).toList();
        var diff = new TextDiff(List.of(new TextDiff.Hunk(0, 0, lines)));
        var end = new Anchor.Line(new RepoPath("notes.md"), "b", MANY, List.of("line 999"), List.of(), List.of());
        PlacedThread spoken = at(end, thread(ID, end, 1));
        robot.interact(() -> comments.threads().add(spoken));
        show(robot, () -> views.body(new FileReview.Lines(changed("notes.md"), diff)));
        robot.interact(() -> comments.show(spoken));
        assertTrue(texts().contains("word 0"));
        assertTrue(texts().contains("1,001 to 1,001 of 1,001"));
        robot.interact(() -> comments.threads().clear());
    }

    private void threads(FxRobot robot) {
        Anchor.Cell cell = cell(0);
        var diff = new BomDiff(List.of(), List.of(), List.of(new CellChange("part 0", "Quantity", "1", "2", 2)),
                List.of(), List.of(), List.of());
        List<PlacedThread> threads = IntStream.range(0, MANY)
                .mapToObj(i -> at(cell, thread(ContentId.of(("t" + i).getBytes(StandardCharsets.UTF_8)), cell, 1)))
                .toList();
        robot.interact(() -> comments.threads().setAll(threads));
        show(robot, () -> views.body(new FileReview.BomCells(changed("bom.csv"), diff)));
        PlacedThread late = threads.get(777);
        robot.interact(() -> comments.show(late));
        assertTrue(page.lookup("#comment-" + late.thread().id().abbreviated()) != null);

        robot.interact(() -> comments.threads().clear());
    }

    private void fields(FxRobot robot) {
        List<Row> fields = IntStream.range(0, MANY).mapToObj(i -> new Row("field " + i, "1", "2")).toList();
        show(robot, () -> OtherKindsView.table(fields, controls));
        turn(robot, "Show those after");
        assertTrue(texts().contains("field 100"));
    }

    private void files(FxRobot robot) {
        var ids = new CommitId("0".repeat(40));
        List<ModuleReview> modules = IntStream.range(0, MANY / 10)
                .mapToObj(m -> new ModuleReview(new RepoPath("m" + m), "Module " + m, "", "", List.of(),
                        IntStream.range(0, 10).mapToObj(
                                f -> new LaterFile(changed("m" + m + "/f" + f + ".txt"), ids, ids, false, null))
                                .toList()))
                .toList();
        var later = new LaterFiles(controls, views, tasks, folder, null);
        var files = new ChangedFiles[1];
        show(robot, () -> {
            files[0] = new ChangedFiles(modules, later, comments, controls);
            return files[0].node();
        });
        assertTrue(files[0].has("m99/f9.txt") && !files[0].has("elsewhere"));
        robot.interact(() -> files[0].show("m99/f3.txt"));
        assertTrue(texts().contains("~  m99/f3.txt") && texts().contains("Module 99  ·  m99"), texts().toString());
        assertFalse(texts().contains("Module 0  ·  m0"));
    }
}
