package org.commonwright.workbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class CutTextTest {
    private Label label;

    @Start
    void start(Stage stage) {
        label = new Label();
        // The stage may be wider than asked for: another test had it before.
        label.setMaxWidth(100);
        stage.setScene(new Scene(new VBox(CutText.told(label, new Controls(new Texts(Locale.ENGLISH)))), 120, 80));
        stage.show();
    }

    private void comeOver(FxRobot robot, String text) {
        robot.interact(() -> label.setText(text));
        robot.interact(() -> {
            label.getScene().getRoot().layout();
            Event.fireEvent(label, new MouseEvent(MouseEvent.MOUSE_ENTERED, 5, 5, 5, 5, null, 0, false, false, false,
                    false, false, false, false, false, false, false, new PickResult(label, 5, 5)));
        });
    }

    @Test
    void onlyWhatIsCutIsToldWhole(FxRobot robot) {
        comeOver(robot, "short");
        assertNull(label.getTooltip());
        comeOver(robot, "a-branch-with-a-name-that-is-too-long-for-its-place");
        assertEquals("a-branch-with-a-name-that-is-too-long-for-its-place", label.getTooltip().getText());
        comeOver(robot, "short");
        assertNull(label.getTooltip());
    }
}
