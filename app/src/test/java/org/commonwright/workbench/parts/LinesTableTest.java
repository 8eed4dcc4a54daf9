package org.commonwright.workbench.parts;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.commonwright.git.GitRepository;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.area.OpenDesign;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The table of a bill of materials, by its keys.
@WindowTest
class LinesTableTest {
    private static final String BOM = "Part,Quantity,Notes\nscrew,4,short\nshade,1,\nbulb,2,warm\n";

    @TempDir
    Path home;

    private TestWindow window;
    private Path design;

    @Start
    void start(Stage stage) throws IOException {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        design = window.context().folders().workspace().resolve("lamp");
        GitRepository.init(design).close();
        Files.writeString(design.resolve("bom.csv"), BOM);
    }

    @BeforeEach
    void open(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().current().open(new OpenDesign(design, "Lamp")));
        robot.interact(() -> window.context().navigator().goTo("parts"));
        await(() -> robot.lookup(LinesTableTest::isBill).tryQuery().isPresent());
        await(() -> table(robot).getItems().size() == 3);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private static boolean isBill(Node node) {
        return node instanceof TableView<?> && node.getId() != null && node.getId().startsWith("table-bom");
    }

    @SuppressWarnings("unchecked")
    private static TableView<LineRow> table(FxRobot robot) {
        return (TableView<LineRow>) robot.lookup(LinesTableTest::isBill).query();
    }

    /// Chooses a block of cells, both corners included.
    private static void choose(FxRobot robot, int top, int left, int bottom, int right) {
        robot.interact(() -> {
            TableView<LineRow> table = table(robot);
            table.requestFocus();
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().selectRange(top, table.getVisibleLeafColumn(left), bottom,
                    table.getVisibleLeafColumn(right));
        });
    }

    private static String column(FxRobot robot, int column) {
        TableView<LineRow> table = table(robot);
        return String.join("|", IntStream.range(0, table.getItems().size())
                .mapToObj(i -> table.getItems().get(i).cell(column)).toList());
    }

    private void shortcut(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.SHORTCUT).type(key).release(KeyCode.SHORTCUT);
    }

    private boolean blocked(String action) {
        return window.context().actions().get(action).isBlocked();
    }

    @Test
    void fillingDownTakesTheFirstRowIntoTheOthersAsOneStep(FxRobot robot) throws Exception {
        assertTrue(blocked("undo-edit"));
        choose(robot, 0, 1, 2, 2);
        shortcut(robot, KeyCode.D);
        await(() -> column(robot, 1).equals("4|4|4") && column(robot, 2).equals("short|short|short"));
        assertFalse(blocked("undo-edit"));
        shortcut(robot, KeyCode.Z);
        await(() -> column(robot, 1).equals("4|1|2") && column(robot, 2).equals("short||warm"));
        assertTrue(blocked("undo-edit"));
        choose(robot, 1, 0, 1, 0);
        shortcut(robot, KeyCode.D);
        await(() -> column(robot, 0).equals("screw|screw|bulb"));
    }

    @Test
    void rowsOfASpreadsheetArePastedIntoAListWithoutLines(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().actions().get("select-all").fire());
        robot.interact(() -> window.context().actions().get("delete-lines").fire());
        await(() -> table(robot).getItems().isEmpty());
        robot.interact(() -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "rod\t2\nnut\t8\n"));
            table(robot).requestFocus();
        });
        shortcut(robot, KeyCode.V);
        await(() -> column(robot, 0).equals("rod|nut") && column(robot, 1).equals("2|8"));
    }

    @Test
    void whatIsCutIsPastedElsewhere(FxRobot robot) throws Exception {
        choose(robot, 0, 2, 0, 2);
        shortcut(robot, KeyCode.X);
        await(() -> column(robot, 2).equals("||warm"));
        choose(robot, 1, 2, 1, 2);
        shortcut(robot, KeyCode.V);
        await(() -> column(robot, 2).equals("|short|warm"));
    }

    @Test
    void savingWritesInTheBackgroundAndLeavesOtherRowsAsTheyAre(FxRobot robot) throws Exception {
        assertTrue(blocked("save-parts"));
        choose(robot, 1, 2, 1, 2);
        robot.interact(() -> window.context().actions().get("clear-cells").fire());
        choose(robot, 1, 1, 1, 1);
        robot.write("7").type(KeyCode.ENTER);
        await(() -> column(robot, 1).equals("4|7|2"));
        shortcut(robot, KeyCode.S);
        await(() -> blocked("save-parts"));
        assertEquals(BOM.replace("shade,1", "shade,7"), Files.readString(design.resolve("bom.csv")));
    }

    @Test
    void findsAndReplacesInWhatIsInSight(FxRobot robot) throws Exception {
        choose(robot, 0, 0, 0, 0);
        shortcut(robot, KeyCode.F);
        await(() -> robot.lookup("#find-text").query().isFocused());
        robot.write("s");
        // The first one is gone to while one types.
        await(() -> text(robot, "#find-count").equals("1 of 3") && chosenCell(robot).equals("0:0"));
        assertTrue(robot.lookup("#find-text").query().isFocused());
        robot.type(KeyCode.ENTER);
        await(() -> text(robot, "#find-count").equals("2 of 3") && chosenCell(robot).equals("0:2"));
        robot.interact(() -> robot.lookup("#replace-text").<TextField>query().setText("S"));
        robot.interact(() -> window.context().actions().get("replace-all").fire());
        await(() -> column(robot, 0).equals("Screw|Shade|bulb") && column(robot, 2).equals("Short||warm"));
        robot.interact(() -> table(robot).requestFocus());
        shortcut(robot, KeyCode.Z);
        await(() -> column(robot, 0).equals("screw|shade|bulb") && column(robot, 2).equals("short||warm"));
        robot.interact(() -> robot.lookup("#find-text").query().requestFocus());
        robot.type(KeyCode.ESCAPE);
        await(() -> table(robot).isFocused()
                && !robot.lookup("#find-text").query().getParent().getParent().isVisible());
    }

    @Test
    void sortingLeavesTheFileAndAnEditedRowStaysInItsPlace(FxRobot robot) throws Exception {
        robot.interact(() -> {
            TableView<LineRow> table = table(robot);
            table.getSortOrder().setAll(List.of(table.getVisibleLeafColumn(1)));
        });
        await(() -> column(robot, 1).equals("1|2|4"));
        choose(robot, 0, 1, 0, 1);
        robot.write("9").type(KeyCode.ENTER);
        await(() -> column(robot, 1).equals("9|2|4"));
        shortcut(robot, KeyCode.S);
        await(() -> blocked("save-parts"));
        assertEquals(BOM.replace("shade,1", "shade,9"), Files.readString(design.resolve("bom.csv")));
    }

    @Test
    void whatIsTypedIsCompletedFromKnownPartsInOneStep(FxRobot robot) throws Exception {
        choose(robot, 1, 0, 1, 0);
        await(() -> {
            // What is known is read in the background.
            robot.lookup(".table-view").query();
            return window.context().tasks().running().isEmpty();
        });
        robot.write("scr");
        await(() -> robot.lookup("#completion").tryQuery().isPresent());
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        await(() -> column(robot, 0).equals("screw|screw|bulb"));
        assertEquals("4|1|2", column(robot, 1));
        choose(robot, 1, 0, 1, 0);
        robot.write("scr");
        robot.type(KeyCode.ENTER);
        await(() -> column(robot, 0).equals("screw|scr|bulb"));
    }

    @Test
    void aQuantityThatCannotBeReadIsSaidBeforeItIsWritten(FxRobot robot) throws Exception {
        choose(robot, 1, 1, 1, 1);
        robot.write("many");
        await(() -> text(robot, "#cell-wrong").contains("many"));
        robot.type(KeyCode.ESCAPE);
        await(() -> robot.lookup("#cell-wrong").tryQuery().isEmpty());
        assertEquals("4|1|2", column(robot, 1));
        assertTrue(blocked("undo-edit"));
    }

    @Test
    void theSameGoesIntoAllChosenCells(FxRobot robot) throws Exception {
        choose(robot, 0, 1, 2, 1);
        robot.write("7");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        await(() -> column(robot, 1).equals("7|7|7"));
    }

    @Test
    void columnsAreAddedRenamedAndDeletedAndComeBack(FxRobot robot) throws Exception {
        choose(robot, 0, 1, 0, 1);
        robot.interact(() -> window.context().actions().get("add-column").fire());
        await(() -> robot.lookup("#column-header").query().isVisible()
                && robot.lookup("#column-header").<TextField>query().getText().equals("New column"));
        robot.interact(() -> robot.lookup("#column-header").<TextField>query().setText("Part"));
        assertTrue(robot.lookup("#rename-column-now").query().isDisabled());
        robot.interact(() -> robot.lookup("#column-header").<TextField>query().setText("Supplier"));
        robot.interact(() -> robot.lookup("#rename-column-now").<Button>query().fire());
        await(() -> headings(robot).equals(List.of("Part", "Quantity", "Supplier", "Notes")));
        choose(robot, 0, 3, 0, 3);
        robot.interact(() -> window.context().actions().get("delete-column").fire());
        await(() -> headings(robot).equals(List.of("Part", "Quantity", "Supplier")));
        for (int i = 0; i < 3; i++) {
            robot.interact(() -> window.context().actions().get("undo-edit").fire());
        }
        await(() -> headings(robot).equals(List.of("Part", "Quantity", "Notes")));
        assertEquals("short||warm", column(robot, 2));
    }

    /// The table makes cells only for what is in sight.
    @Test
    void aNewLineFarBelowOpensItsField(FxRobot robot) throws Exception {
        var text = new StringBuilder("Part,Quantity,Notes\n");
        for (int i = 0; i < 300; i++) {
            text.append("part ").append(i).append(",1,\n");
        }
        Files.writeString(design.resolve("bom.csv"), text);
        robot.interact(() -> window.context().current().changed());
        await(() -> table(robot).getItems().size() == 300);
        choose(robot, 299, 0, 299, 0);
        robot.interact(() -> window.context().actions().get("add-line").fire());
        await(() -> table(robot).getItems().size() == 301);
        robot.write("bulb").type(KeyCode.ENTER);
        await(() -> table(robot).getItems().get(300).cell(0).equals("bulb"));
    }

    @Test
    void wholeRowsAndColumnsAreChosen(FxRobot robot) {
        choose(robot, 1, 1, 1, 1);
        robot.press(KeyCode.SHIFT).type(KeyCode.SPACE).release(KeyCode.SHIFT);
        assertEquals(3, table(robot).getSelectionModel().getSelectedCells().size());
        choose(robot, 1, 1, 1, 1);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.SPACE).release(KeyCode.SHORTCUT);
        assertEquals(3, table(robot).getSelectionModel().getSelectedCells().size());
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        assertEquals(9, table(robot).getSelectionModel().getSelectedCells().size());
    }

    @Test
    void theFileTakesTheOrderInSightOnlyWhenAsked(FxRobot robot) throws Exception {
        robot.interact(() -> table(robot).getSortOrder().setAll(List.of(table(robot).getVisibleLeafColumn(1))));
        await(() -> column(robot, 1).equals("1|2|4"));
        robot.interact(() -> window.context().actions().get("order-file").fire());
        await(() -> !blocked("undo-edit"));
        shortcut(robot, KeyCode.S);
        await(() -> blocked("save-parts"));
        assertEquals("Part,Quantity,Notes\nshade,1,\nbulb,2,warm\nscrew,4,short\n",
                Files.readString(design.resolve("bom.csv")));
    }

    private static List<String> headings(FxRobot robot) {
        return table(robot).getColumns().stream().map(column -> column.getText()).toList();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().map(n -> ((Labeled) n).getText()).orElse("");
    }

    private static String chosenCell(FxRobot robot) {
        TablePosition<?, ?> cell = table(robot).getSelectionModel().getSelectedCells().getFirst();
        return cell.getRow() + ":" + cell.getColumn();
    }

    @Test
    void actionsSayWhyTheyCannotBeDoneElsewhere(FxRobot robot) {
        choose(robot, 0, 0, 0, 0);
        assertFalse(blocked("fill-down"));
        robot.interact(() -> window.context().navigator().goTo("design"));
        assertEquals("parts.not-in-sight",
                window.context().actions().get("fill-down").blocked().getValue().orElseThrow().key());
    }

    private static List<String> columns(FxRobot robot) {
        return table(robot).getVisibleLeafColumns().stream().map(column -> column.getText()).toList();
    }

    @Test
    void columnsThatSayNothingAreHiddenUntilAPersonOrACellSaysOtherwise(FxRobot robot) throws Exception {
        String header = "Part,Quantity,Unit,Notes,Link\n";
        Files.writeString(design.resolve("bom.csv"), header + "screw,4,,,\nshade,1,,matt,\n");
        robot.interact(() -> window.context().current().changed());
        await(() -> table(robot).getColumns().size() == 5 && column(robot, 3).equals("|matt"));
        await(() -> columns(robot).equals(List.of("Part", "Quantity", "Notes")));
        Hyperlink hidden = robot.lookup("#empty-columns").query();
        assertEquals("2 columns hidden", hidden.getText());
        robot.interact(hidden::fire);
        assertEquals(5, columns(robot).size());
        // What a person chose stands, also for the next list with the same columns.
        Files.writeString(design.resolve("bom.csv"), header + "screw,4,,,\nshade,2,,,\n");
        robot.interact(() -> window.context().current().changed());
        await(() -> column(robot, 1).equals("4|2"));
        assertEquals(5, columns(robot).size());
    }
}
