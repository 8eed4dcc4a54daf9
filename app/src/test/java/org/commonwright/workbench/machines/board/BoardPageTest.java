package org.commonwright.workbench.machines.board;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import org.commonwright.machine.arduino.MonitorLine;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.TestWindow;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class BoardPageTest {
    @TempDir
    Path home;

    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(stage, home, new BackgroundTasks(new FxThread()));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> window.composition().close());
    }

    private static <T extends Node> T node(FxRobot robot, String id) {
        return robot.lookup("#" + id).query();
    }

    private static boolean says(FxRobot robot, String text) {
        return BoardPageTest.<ListView<MonitorLine>>node(robot, "board-lines").getItems().stream()
                .anyMatch(line -> !line.sent() && line.text().equals(text));
    }

    private static void tab(FxRobot robot, int tab) {
        robot.interact(() -> BoardPageTest.<TabPane>node(robot, "board-tabs").getSelectionModel().select(tab));
    }

    @Test
    void aBoardIsHeardPlottedAndCannotBeWrittenWithoutAPort(FxRobot robot) throws Exception {
        robot.interact(() -> window.context().actions().get("practise-arduino").fire());
        await(() -> robot.lookup("#board-lines").tryQuery().isPresent());
        await(() -> says(robot, "Practice board ready. Type help."));
        assertEquals("virtual:arduino", window.context().machines().slots().getFirst().name());
        TextField field = node(robot, "board-line");
        robot.interact(() -> {
            field.setText("hello");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        await(() -> says(robot, "hello yourself"));

        tab(robot, 1);
        FlowPane legend = node(robot, "board-legend");
        await(() -> legend.getChildren().size() == 3);
        assertEquals("cosine", ((CheckBox) legend.getChildren().get(1)).getText());
        Path csv = home.resolve("plot.csv");
        window.answer(csv);
        robot.interact(() -> robot.lookup("Save as CSV").<Button>query().fire());
        await(() -> Files.exists(csv));
        assertTrue(Files.readString(csv).startsWith("line,seconds,sine,cosine,drift\r\n1,0,"));

        tab(robot, 2);
        Button write = node(robot, "board-write");
        assertTrue(write.isDisabled());
        Path hex = Files.writeString(home.resolve("a.hex"), ":01000000AA55\n:00000001FF\n");
        window.answer(hex);
        robot.interact(() -> robot.lookup("Choose a file").<Button>query().fire());
        assertFalse(write.isDisabled());
        robot.interact(write::fire);
        Label said = node(robot, "board-says");
        await(() -> said.getText().contains("virtual:arduino is no serial port")
                || said.getText().startsWith("avrdude, which writes into boards, is not installed."));
        robot.interact(() -> window.context().texts().speak(Locale.FRENCH));
        await(() -> said.getText().contains("virtual:arduino n’est pas un port série")
                || said.getText().startsWith("avrdude, qui écrit dans les cartes"));
    }
}
