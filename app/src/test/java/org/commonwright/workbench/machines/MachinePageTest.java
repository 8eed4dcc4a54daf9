package org.commonwright.workbench.machines;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.commonwright.error.Problem;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What a machine's page leads to and explains: a finding of the look before the start has its line beside the toolpath, a bare number
/// in the console its meaning.
@WindowTest
class MachinePageTest {
    private static final int WRONG = 150;

    @TempDir
    Path home;

    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
        stage.setWidth(1366);
        stage.setHeight(768);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private Optional<Problem> finding() {
        return window.context().problems().all().stream()
                .filter(p -> p.place() != null && p.place().line() == WRONG).findFirst();
    }

    private static Optional<Button> button(FxRobot robot, String text) {
        return robot.lookup((Node node) -> node instanceof Button b && text.equals(b.getText())).tryQuery();
    }

    @Test
    void aFindingLeadsToItsLine(FxRobot robot) throws Exception {
        var text = new StringBuilder("G21G90F500\n");
        for (int line = 2; line <= 300; line++) {
            text.append(line == WRONG ? "G99 X1" : "G1 X-" + line % 9 + " Y-" + line % 7).append('\n');
        }
        window.answer(Files.writeString(home.resolve("wrong.nc"), text));
        robot.interact(() -> window.context().navigator().goTo("machines"));
        ComboBox<String> ports = robot.lookup(".port").query();
        robot.interact(() -> {
            ports.getEditor().setText("virtual:grbl?speed=0");
            ports.getEditor().fireEvent(new ActionEvent());
        });
        await(() -> button(robot, "Open G-code…").isPresent());
        robot.interact(() -> button(robot, "Open G-code…").orElseThrow().fire());
        await(() -> finding().isPresent());
        // Wherever a person is meanwhile, on whatever page of the machine.
        TabPane pages = robot.lookup(".machine-tabs").query();
        robot.interact(() -> {
            pages.getSelectionModel().selectLast();
            window.context().navigator().goTo("design");
            if (robot.lookup("#problems").tryQuery().isEmpty()) {
                window.context().actions().get("toggle-panel").fire();
            }
        });
        robot.interact(() -> {
            ListView<Problem> list = robot.lookup("#problems").query();
            list.getSelectionModel().select(finding().orElseThrow());
            list.requestFocus();
        });
        robot.type(KeyCode.ENTER);
        await(() -> marked(robot).isPresent());
        assertEquals(String.valueOf(WRONG), marked(robot).orElseThrow());
        assertTrue(robot.lookup(".code-list").query().isVisible());
    }

    private static ListView<ConsoleLine> console(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof ListView<?> list && list.getStyleClass().contains("dense")
                && list.getItems().stream().anyMatch(ConsoleLine.class::isInstance)).query();
    }

    /// What is shown, as it can be read.
    private static String said(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof ListCell<?> cell && cell.getItem() instanceof ConsoleLine)
                .queryAll().stream().map(node -> ((ListCell<?>) node).getText()).collect(Collectors.joining("\n"));
    }

    @Test
    void theConsoleExplainsNumbersAndShowsReportsWhenAsked(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().navigator().goTo("machines"));
        ComboBox<String> ports = robot.lookup(".port").query();
        robot.interact(() -> {
            ports.getEditor().setText("virtual:grbl?speed=0");
            ports.getEditor().fireEvent(new ActionEvent());
        });
        await(() -> robot.lookup((Node n) -> n instanceof ToggleButton t && "Reports".equals(t.getText())).tryQuery()
                .isPresent());
        ToggleButton reports = robot
                .lookup((Node n) -> n instanceof ToggleButton t && "Reports".equals(t.getText())).query();
        TextField field = robot.lookup(
                (Node n) -> n instanceof TextField t && "A line for the machine, then Enter".equals(t.getPromptText()))
                .query();
        robot.interact(() -> {
            field.setText("G1X5");
            field.fireEvent(new ActionEvent());
        });
        await(() -> said(robot).contains("error:22 – "));
        assertTrue(said(robot).contains("› G1X5"), () -> said(robot));
        assertTrue(console(robot).getItems().stream().noneMatch(ConsoleLine::isReport));
        robot.interact(() -> reports.setSelected(true));
        await(() -> console(robot).getItems().stream().filter(ConsoleLine::isReport).count() > 1);
        robot.interact(() -> reports.setSelected(false));
        await(() -> said(robot).contains("error:22 – "));
    }

    /// The number of the line that is marked.
    private static Optional<String> marked(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof Label && node.getStyleClass().contains("line-number")
                && node.getParent().getStyleClass().contains("code-marked")).<Label>tryQuery().map(Label::getText);
    }
}
