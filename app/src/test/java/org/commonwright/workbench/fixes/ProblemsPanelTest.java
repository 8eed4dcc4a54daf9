package org.commonwright.workbench.fixes;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.commonwright.error.Problem;
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
class ProblemsPanelTest {
    private static final String BOM = "Part,Kind,Quantity,Unit,File\nplate,make,1,pcs,export/Plate.stl\nbelt,buy,2,mtr,\n";

    @TempDir
    Path home;

    private TestWindow window;
    private Path design;

    @Start
    void start(Stage stage) throws IOException {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        stage.setWidth(1000);
        stage.setHeight(760);
        design = home.resolve("lamp");
        Files.createDirectories(design.resolve("export"));
        Files.createDirectories(design.resolve("arm/export"));
        Files.writeString(design.resolve("okh.toml"),
                "okhv = \"2.4\"\nname = \"Lamp\"\nversion = \"1\"\nlicense = \"CC0-1.0\"\n");
        Files.writeString(design.resolve("LICENSE"), "x");
        Files.writeString(design.resolve("bom.csv"), "Part,Kind,Quantity,Module\narm,module,1,arm\n");
        Files.writeString(design.resolve("arm/okh.toml"),
                "okhv = \"2.4\"\nname = \"Arm\"\nversion = \"1\"\nlicense = \"CC0-1.0\"\n");
        Files.writeString(design.resolve("arm/bom.csv"), BOM);
        Files.writeString(design.resolve("arm/export/plate.stl"), "solid a\nendsolid a\n");
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private Optional<Problem> problem(String code) {
        return window.context().problems().all().stream().filter(p -> p.code().equals(code)).findFirst();
    }

    private void open(FxRobot robot) throws Exception {
        robot.interact(() -> {
            window.context().current().open(new OpenDesign(design, "Lamp"));
            window.context().navigator().goTo("design");
        });
        await(() -> problem("bom.unit-unknown").isPresent());
        robot.interact(() -> {
            if (robot.lookup("#problems").tryQuery().isEmpty()) {
                window.context().actions().get("toggle-panel").fire();
            }
        });
    }

    private void choose(FxRobot robot, String code) {
        robot.interact(() -> {
            ListView<Problem> list = robot.lookup("#problems").query();
            list.getSelectionModel().select(problem(code).orElseThrow());
            list.requestFocus();
        });
    }

    private String bom() {
        try {
            return Files.readString(design.resolve("arm/bom.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean inspected(String text) {
        return window.context().inspector().content().get() instanceof Node pane && pane.lookupAll(".label").stream()
                .anyMatch(n -> n instanceof Labeled l && l.getText().contains(text));
    }

    @Test
    void aFixIsShownMadeAndTakenBack(FxRobot robot) throws Exception {
        open(robot);
        choose(robot, "bom.unit-unknown");
        robot.interact(() -> assertTrue(window.context().actions().get("fix-problem").fire()));
        await(() -> robot.listWindows().stream().anyMatch(w -> w instanceof ContextMenu));
        robot.interact(() -> robot.listWindows().stream().filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast).findFirst().orElseThrow().getItems().getFirst()
                .fire());
        await(() -> inspected("+\u00a0belt,buy,2,m,") && inspected("−\u00a0belt,buy,2,mtr,"));
        assertEquals(BOM, bom(), "looking at it changes nothing");
        robot.clickOn("#fix-make");
        await(() -> bom().contains("belt,buy,2,m,\n") && problem("bom.unit-unknown").isEmpty());
        await(() -> window.context().notices().shown().stream()
                .anyMatch(n -> n.offer() != null && n.offer().id().equals("undo-fix")));
        robot.interact(() -> assertTrue(window.context().actions().get("undo-fix").fire()));
        await(() -> bom().equals(BOM) && problem("bom.unit-unknown").isPresent());
        assertTrue(window.context().actions().get("undo-fix").isBlocked());
    }

    @Test
    void allThatIsUnambiguousAsOneStep(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> assertTrue(window.context().actions().get("fix-all").fire()));
        await(() -> bom().equals("Part,Kind,Quantity,Unit,File\nplate,make,1,pcs,export/plate.stl\nbelt,buy,2,m,\n"));
        await(() -> window.context().actions().get("fix-all").isBlocked());
        robot.interact(() -> window.context().actions().get("undo-fix").fire());
        await(() -> bom().equals(BOM));
    }

    @Test
    void enterLeadsToTheCell(FxRobot robot) throws Exception {
        open(robot);
        choose(robot, "bom.unit-unknown");
        robot.type(KeyCode.ENTER);
        await(() -> window.context().navigator().current().get().equals("parts"));
        await(() -> robot.lookup((Node n) -> n instanceof TableView<?> t && n.getId() != null
                && n.getId().startsWith("table-bom") && chosen(t).equals(List.of(1, 2))).tryQuery().isPresent());
        // Edits that are not saved are safe from fixes.
        robot.interact(() -> {
            TableView<?> table = (TableView<?>) robot.lookup((Node n) -> n instanceof TableView<?> && n.getId() != null
                    && n.getId().startsWith("table-bom")).query();
            table.requestFocus();
            window.context().actions().get("delete-lines").fire();
        });
        await(() -> !window.context().problems().unsaved().isEmpty());
        robot.interact(() -> window.context().actions().get("fix-all").fire());
        await(() -> window.context().notices().shown().stream()
                .anyMatch(n -> n.text().key().equals("workbench.fix-unsaved")));
        assertEquals(BOM, bom());
    }

    private static List<Integer> chosen(TableView<?> table) {
        return table.getSelectionModel().getSelectedCells().stream()
                .flatMap(cell -> Stream.of(((TablePosition<?, ?>) cell).getRow(),
                        Integer.parseInt(cell.getTableColumn().getId().replaceAll(".*-", ""))))
                .toList();
    }
}
