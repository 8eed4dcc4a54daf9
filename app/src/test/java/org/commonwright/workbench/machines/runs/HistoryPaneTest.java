package org.commonwright.workbench.machines.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.history.History;
import org.commonwright.settings.SettingsFile;
import org.commonwright.task.BackgroundTasks;
import org.commonwright.workbench.FxThread;
import org.commonwright.workbench.WindowTest;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class HistoryPaneTest implements Dialogs {
    @TempDir
    private Path folder;

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(), 900, 600));
        stage.show();
    }

    @Test
    void whatCannotBePressedSaysWhy(FxRobot robot) {
        try (var settings = new SettingsFile(folder.resolve("s.json"), _ -> {});
                var tasks = new BackgroundTasks(new FxThread())) {
            robot.interact(() -> {
                var model = new HistoryViewModel(new History(folder, folder.resolve("journals")), tasks,
                        new Notices(Runnable::run));
                var pane = new HistoryPane(model, new Controls(new Texts(Locale.ENGLISH)), this, settings, _ -> {});
                ((StackPane) robot.listWindows().getFirst().getScene().getRoot()).getChildren().setAll(pane.node());
            });
            List<Button> off = robot.lookup((Node node) -> node instanceof Button b && b.isDisabled()
                    && b.getText() != null && !b.getText().isEmpty()).queryAllAs(Button.class).stream().toList();
            assertEquals(List.of("Look at it", "Good", "Scrap"), off.stream().map(Button::getText).toList());
            for (Button button : off) {
                assertEquals("Choose a run in the table first.", button.getAccessibleHelp(), button.getText());
            }
            assertTrue(robot.lookup((Node node) -> node instanceof Button b && !b.isDisabled()).tryQuery().isPresent());
        }
    }

    @Override
    public Optional<Path> folder(Messages.Key title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> openFile(Messages.Key title, List<String> patterns) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(Messages.Key title, String suggestedName) {
        return Optional.empty();
    }

    @Override
    public boolean confirm(Messages.Key what, Messages.Key verb) {
        return false;
    }
}
