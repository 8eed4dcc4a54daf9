package org.commonwright.workbench.columns;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.commonwright.git.GitRepository;
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
class ColumnsPageTest {
    @TempDir
    Path home;

    private TestWindow window;
    private Path design;

    @Start
    void start(Stage stage) throws IOException {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        design = window.context().folders().workspace().resolve("lamp");
        GitRepository.init(design).close();
        Files.writeString(design.resolve("bom.csv"), "Was,Wieviel,Part\nshade,1,x\nscrew,4,y\n");
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private void open(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().current().open(new OpenDesign(design, "Lamp")));
        robot.interact(() -> window.context().navigator().goTo("parts"));
        await(() -> !window.context().actions().get("list-columns").isBlocked());
        robot.interact(() -> window.context().actions().get("list-columns").fire());
        await(() -> robot.lookup("#column-meaning-2").tryQuery().isPresent());
    }

    private static ComboBox<?> box(FxRobot robot, int column) {
        return robot.lookup("#column-meaning-" + column).query();
    }

    /// Chooses the nth entry: 0 is what is found, 1 nothing, then the meanings in their order.
    private static void choose(FxRobot robot, int column, int entry) {
        robot.interact(() -> box(robot, column).getSelectionModel().select(entry));
    }

    private static String counts(FxRobot robot) {
        return robot.lookup("#columns-counts").<Label>query().getText();
    }

    @Test
    void pricesAreFoundAndTheirCurrencyIsSaid(FxRobot robot) throws Exception {
        Files.writeString(design.resolve("bom.csv"), "Part,Qty,Price\nshade,1,2.50\nscrew,4,0.10\n");
        open(robot);
        await(() -> "Found: Price for one".equals(text(robot.lookup("#column-meaning-2").<ComboBox<Object>>query())));
        robot.interact(() -> robot.lookup("#list-currency").<ComboBox<String>>query().setValue("EUR"));
        robot.interact(() -> robot.lookup("#columns-save").<Button>query().fire());
        await(() -> Files.exists(design.resolve("bom.csv.columns.toml")));
        assertTrue(Files.readString(design.resolve("bom.csv.columns.toml")).contains("currency = \"EUR\""));
    }

    private static <T> String text(ComboBox<T> box) {
        return box.getConverter().toString(box.getValue());
    }

    @Test
    void aPersonSaysWhatColumnsMeanAndSeesIt(FxRobot robot) throws Exception {
        open(robot);
        choose(robot, 0, 2);
        choose(robot, 1, 4);
        choose(robot, 2, 1);
        await(() -> counts(robot).startsWith("2 lines read"));
        robot.interact(() -> robot.lookup("#columns-save").<Button>query().fire());
        assertTrue(Files.readString(design.resolve("bom.csv.columns.toml")).contains("\"Wieviel\" = \"Quantity\""));
        robot.interact(() -> window.context().texts().speak(Locale.FRENCH));
        await(() -> counts(robot).startsWith("2 lignes lues"));
        assertEquals("Pièce\u00a0: son nom", shown(robot, 0));
        robot.interact(() -> box(robot, 0).requestFocus());
        robot.push(KeyCode.ESCAPE);
        await(() -> robot.lookup("#columns-page").tryQuery().isEmpty());
        await(() -> robot.lookup((Node n) -> n instanceof TableView<?> t && n.getId() != null
                && n.getId().startsWith("table-bom") && t.getItems().size() == 2).tryQuery().isPresent());
    }

    private static <T> String shown(FxRobot robot, int column) {
        ComboBox<T> box = robot.lookup("#column-meaning-" + column).query();
        return box.getConverter().toString(box.getValue());
    }

    @Test
    void aListThatNobodyUnderstandsLeadsToThePage(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().current().open(new OpenDesign(design, "Lamp")));
        robot.interact(() -> window.context().navigator().goTo("parts"));
        await(() -> robot.lookup("#not-edited").match(Node::isVisible).tryQuery().isPresent());
        await(() -> robot.lookup("#list-columns").queryAll().stream()
                .filter(n -> n.getParent().isVisible() && !n.isDisabled()).count() == 2);
    }

    @Test
    void theKeyboardTakesAStepBack(FxRobot robot) throws Exception {
        open(robot);
        choose(robot, 0, 2);
        await(() -> shown(robot, 0).startsWith("Part"));
        robot.interact(() -> box(robot, 0).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> shown(robot, 0).startsWith("Found"));
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        await(() -> shown(robot, 0).startsWith("Part"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        await(() -> Files.exists(design.resolve("bom.csv.columns.toml")));
        assertFalse(window.context().actions().get("list-columns").isBlocked());
    }
}
