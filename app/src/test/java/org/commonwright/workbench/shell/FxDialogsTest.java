package org.commonwright.workbench.shell;

import static org.commonwright.workbench.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.text.Texts;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The question before something that moves, heats or overwrites.
@WindowTest
class FxDialogsTest {
    private FxDialogs dialogs;

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(), 400, 300));
        stage.show();
        dialogs = new FxDialogs(stage, new Texts(Locale.FRENCH));
    }

    private Future<Boolean> ask(FxRobot robot) throws Exception {
        var what = Messages.Key.of("machines.ask-start-anyway", "un-nom-de-fichier-assez-long-".repeat(8) + ".nc",
                "virtual:grbl", "9 min 12 s", 60, "Le micrologiciel ne connaît pas G777. ".repeat(5));
        Future<Boolean> answer = WaitForAsyncUtils.asyncFx(() -> dialogs.confirm(what,
                Messages.Key.of("machines.start")));
        await(() -> robot.lookup(".dialog-pane").tryQuery().isPresent()
                && robot.lookup(".dialog-pane").query().getScene().getWindow().isShowing());
        return answer;
    }

    private static Button button(FxRobot robot, String words) {
        return robot.lookup(words).queryButton();
    }

    @Test
    void enterAloneStartsNothingAndAllWordsAreThere(FxRobot robot) throws Exception {
        Future<Boolean> answer = ask(robot);
        DialogPane pane = robot.lookup(".dialog-pane").query();
        await(() -> button(robot, "Exécuter le programme").getScene().getFocusOwner() instanceof Button);
        assertFalse(button(robot, "Exécuter le programme").isDefaultButton());
        Label words = (Label) pane.getContent();
        await(() -> words.getHeight() > 0 && words.getHeight() >= words.prefHeight(words.getWidth()) - 1);
        robot.push(KeyCode.ENTER);
        assertFalse(answer.get(20, TimeUnit.SECONDS));

        Future<Boolean> meant = ask(robot);
        robot.interact(() -> button(robot, "Exécuter le programme").fire());
        assertTrue(meant.get(20, TimeUnit.SECONDS));
    }
}
