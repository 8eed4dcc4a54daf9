package org.commonwright.workbench.table;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@WindowTest
class DataTableTest {
    record Row(String part, @Nullable BigDecimal cost) {}

    @TempDir
    Path folder;

    private final ObservableList<Row> rows = FXCollections.observableArrayList(
            new Row("Écrou M3", new BigDecimal("1234.5")), new Row("screw\t\"long\"", null),
            new Row("axle", BigDecimal.TEN));
    private final List<String> edits = new ArrayList<>();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private DataTable<Row> table;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        table = table(new SettingsFile(folder.resolve("settings.json"), fault -> {
            throw fault;
        }));
        stage.setScene(new Scene((Parent) table.node(), 600, 400));
        stage.show();
    }

    private DataTable<Row> table(SettingsFile settings) {
        return new DataTable<>("parts", "workbench.area-design", new Controls(texts), settings, rows,
                List.of(Column.<Row>words("part", "workbench.area-design", Row::part)
                        .editable((row, typed) -> edits.add(row.part() + "→" + typed)),
                        Column.number("cost", "workbench.tasks", Row::cost, (row, f) -> f.number(row.cost()) + " €")),
                new Label("empty"));
    }

    private List<String> parts() {
        return table.view().getItems().stream().map(Row::part).toList();
    }

    @Test
    void numbersSortByValueAndWhatHasNoneComesLast(FxRobot robot) {
        robot.interact(() -> table.view().getSortOrder().setAll(List.of(table.view().getColumns().get(1))));
        assertEquals(List.of("axle", "Écrou M3", "screw\t\"long\""), parts());
    }

    @Test
    void theFilterTakesWordsOfAnyColumnWithoutAccents(FxRobot robot) throws Exception {
        robot.clickOn("#filter-parts").write("ecrou 234");
        await(() -> parts().size() == 1);
        assertEquals(List.of("Écrou M3"), parts());
    }

    @Test
    void rowsAreCopiedAsTabSeparatedValuesInTheReadersNumbers(FxRobot robot) {
        assertEquals("Design\tTasks\nÉcrou M3\t1234.5\n\"screw\t\"\"long\"\"\"\t\naxle\t10\n", table.tsv());
        robot.interact(() -> texts.speak(Locale.FRENCH));
        assertTrue(table.tsv().contains("Écrou M3\t1234,5\n"), table.tsv());
    }

    @Test
    void aFileGetsCommasAndPointsInEveryLanguage(FxRobot robot) {
        robot.interact(() -> {
            texts.speak(Locale.FRENCH);
            rows.add(new Row("a, b", BigDecimal.ONE));
        });
        String file = table.csv();
        assertTrue(file.contains("\nÉcrou M3,1234.5\n") && file.endsWith("\n\"a, b\",1\n"), file);
    }

    @Test
    void columnsAreRemembered(FxRobot robot) {
        try (var settings = new SettingsFile(folder.resolve("settings.json"), fault -> {
            throw fault;
        })) {
            robot.interact(() -> {
                table = table(settings);
                stage.getScene().setRoot((Parent) table.node());
                table.view().getColumns().get(0).setVisible(false);
                table.view().getColumns().get(1).setSortType(TableColumn.SortType.DESCENDING);
                table.view().getSortOrder().setAll(List.of(table.view().getColumns().get(1)));
            });
            robot.interact(() -> table = table(settings));
            var columns = table.view().getColumns();
            assertFalse(columns.get(0).isVisible());
            assertEquals(TableColumn.SortType.DESCENDING, columns.get(1).getSortType());
            assertEquals(1, table.view().getSortOrder().size());
        }
    }

    @Test
    void aDoubleClickEditsAndEscapeLeavesTheCellAsItWas(FxRobot robot) {
        Node cell = robot.lookup("axle").query();
        robot.doubleClickOn(cell);
        assertEquals(2, table.view().getEditingCell().getRow());
        robot.push(KeyCode.ESCAPE);
        assertEquals(List.of(), edits);
        robot.push(KeyCode.F2);
        robot.write("shaft").push(KeyCode.ENTER);
        assertEquals(List.of("axle→shaft"), edits);
    }

    @Test
    void aMillionRowsAreShown(FxRobot robot) {
        List<Row> many = IntStream.range(0, 1_000_000).mapToObj(i -> new Row("part " + i, BigDecimal.valueOf(i)))
                .toList();
        robot.interact(() -> rows.setAll(many));
        robot.interact(() -> table.view().scrollTo(999_999));
        robot.interact(() -> table.view().layout());
        assertTrue(robot.lookup("part 999999").tryQuery().isPresent());
    }

    @Test
    void typingOnAChosenCellWritesItAnewAndWhatIsChosenIsCopied(FxRobot robot) {
        robot.interact(() -> {
            table.selectCells();
            table.view().requestFocus();
            table.view().getSelectionModel().clearAndSelect(2, table.view().getColumns().getFirst());
        });
        robot.push(KeyCode.S).push(KeyCode.H).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of("axle→sh"), edits);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        robot.interact(() -> assertEquals("axle", Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void cellsOfASpreadsheetAreReadFromTheClipboard() {
        assertEquals(List.of(List.of("a", "b \"c\"\td", ""), List.of("2\n3", "e\"f", "g")),
                Tsv.parse("a\t\"b \"\"c\"\"\td\"\t\r\n\"2\n3\"\te\"f\tg\n"));
        assertEquals(List.of(List.of("\"open")), Tsv.parse("\"open"));
    }
}
