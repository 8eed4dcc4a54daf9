package org.commonwright.workbench.parts;

import static org.commonwright.workbench.TestWindow.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
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
class CellHistoryAreaTest {
    @TempDir
    Path home;

    private TestWindow window;
    private Path design;

    @Start
    void start(Stage stage) throws IOException {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        design = window.context().folders().workspace().resolve("lamp");
        String second = "Part,Quantity\nscrew,6\nshade,1\n";
        try (GitRepository repository = GitRepository.init(design)) {
            CommitId first = commit(repository, "list", "Part,Quantity\nscrew,4\nshade,1\n");
            commit(repository, "two more screws", second, first);
        }
        // A new line on disk is not committed, and moves the others down.
        Files.writeString(design.resolve("bom.csv"), "Part,Quantity\nbulb,1\nscrew,6\nshade,1\n");
    }

    private static CommitId commit(GitRepository repository, String message, String bom, CommitId... parents) {
        var draft = new CommitDraft(Repos.ADA, Repos.NOON.plusSeconds(parents.length), message)
                .put(new RepoPath("bom.csv"), bom.getBytes(StandardCharsets.UTF_8));
        for (CommitId parent : parents) {
            draft.parent(parent);
        }
        CommitId id = repository.commits().write(draft);
        String branch = "refs/heads/" + repository.currentBranch().orElse("main");
        repository.refs().update(branch, repository.refs().get(branch), id);
        return id;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private boolean inspected(String text) {
        return window.context().inspector().content().get() instanceof Node pane
                && pane.lookupAll(".label").stream()
                        .anyMatch(n -> n instanceof Labeled l && l.getText().contains(text));
    }

    private void ask(FxRobot robot, int row) {
        robot.interact(() -> {
            TableView<?> table = robot.lookup(CellHistoryAreaTest::isBill).query();
            select(table, row);
            table.getContextMenu().getItems().stream().filter(item -> "menu-cell-history".equals(item.getId()))
                    .forEach(item -> item.fire());
        });
    }

    /// The roll-up has a table too.
    private static boolean isBill(Node node) {
        return node instanceof TableView<?> && node.getId() != null && node.getId().startsWith("table-bom");
    }

    private static <T> void select(TableView<T> table, int row) {
        table.getSelectionModel().clearAndSelect(row, table.getVisibleLeafColumn(1));
    }

    @Test
    void whoSetTheChosenCellStandsAtTheSide(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().current().open(new OpenDesign(design, "Lamp")));
        robot.interact(() -> window.context().navigator().goTo("parts"));
        await(() -> robot.lookup((Node n) -> isBill(n) && n instanceof TableView<?> t && t.getItems().size() == 3)
                .tryQuery()
                .isPresent());
        ask(robot, 1);
        await(() -> inspected("“4” → “6”") && inspected("two more screws") && inspected("new: “4”"));
        ask(robot, 0);
        await(() -> inspected("This cell is not committed yet."));
    }
}
