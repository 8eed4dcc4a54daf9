package org.commonwright.workbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.commonwright.workbench.WindowTest;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class ChoicesTest {
    private static final String KEY = "history.";

    private final Texts texts = new Texts(Locale.ENGLISH);
    private ComboBox<String> combo;
    private ChoiceBox<String> choice;

    @Start
    void start(Stage stage) {
        combo = new ComboBox<>();
        choice = new ChoiceBox<>();
        combo.getItems().setAll("good", "scrap");
        choice.getItems().setAll("good", "scrap");
        Choices.inWords(combo, texts, word -> texts.now(KEY + word));
        Choices.inWords(choice, texts, word -> texts.now(KEY + word));
        combo.setPromptText("…");
        combo.setValue("scrap");
        choice.setValue("scrap");
        stage.setScene(new Scene(new VBox(combo, choice)));
        stage.show();
    }

    /// What the closed box shows; the cells of its list are no children of its own.
    private static String shown(Parent box) {
        return box.getChildrenUnmodifiable().stream().filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .findFirst().orElseThrow().getText();
    }

    @Test
    void whatIsChosenFollowsTheLanguage(FxRobot robot) {
        robot.interact(() -> {});
        assertEquals("scrap", shown(combo));
        assertEquals("scrap", shown(choice));
        robot.interact(() -> texts.speak(Locale.FRENCH));
        assertEquals("rebut", shown(combo));
        assertEquals("rebut", shown(choice));
        assertEquals("scrap", combo.getValue());
        robot.interact(() -> combo.setValue("good"));
        assertEquals("bon", shown(combo));
        robot.interact(() -> combo.setValue(null));
        assertEquals("…", shown(combo));
    }
}
