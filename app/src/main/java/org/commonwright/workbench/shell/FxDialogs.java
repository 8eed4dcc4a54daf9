package org.commonwright.workbench.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.text.Texts;
import org.commonwright.workbench.theme.Icons;
import org.commonwright.workbench.theme.Theme;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// The system's own choosers, and one confirmation whose button is named for what it does and
/// is not the one that Enter presses.
public final class FxDialogs implements Dialogs {
    private static final double WORDS_WIDTH = 480;

    private final Stage stage;
    private final Texts texts;

    public FxDialogs(Stage stage, Texts texts) {
        this.stage = stage;
        this.texts = texts;
    }

    @Override
    public Optional<Path> folder(Messages.Key title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.now(title));
        return path(chooser.showDialog(stage));
    }

    @Override
    public Optional<Path> openFile(Messages.Key title, List<String> patterns) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.now(title));
        if (!patterns.isEmpty()) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns));
        }
        return path(chooser.showOpenDialog(stage));
    }

    @Override
    public Optional<Path> saveFile(Messages.Key title, String suggestedName) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.now(title));
        chooser.setInitialFileName(suggestedName);
        // Else it begins where the program was started, which may well be inside a design.
        var home = new File(System.getProperty("user.home"));
        if (home.isDirectory()) {
            chooser.setInitialDirectory(home);
        }
        return path(chooser.showSaveDialog(stage));
    }

    @Override
    public boolean confirm(Messages.Key what, Messages.Key verb) {
        var yes = new ButtonType(texts.now(verb), ButtonBar.ButtonData.OK_DONE);
        var no = new ButtonType(texts.now("workbench.keep-as-it-is"), ButtonBar.ButtonData.CANCEL_CLOSE);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, "", yes, no);
        alert.initOwner(stage);
        alert.setHeaderText(null);
        alert.setTitle(texts.now(verb));
        var words = new Label(texts.now(what));
        words.setWrapText(true);
        words.setPrefWidth(WORDS_WIDTH);
        words.setMinHeight(Region.USE_PREF_SIZE);
        alert.getDialogPane().setContent(words);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        Theme.dress(alert.getDialogPane(), stage.getScene());
        var icon = Icons.of(MaterialDesignH.HELP_CIRCLE_OUTLINE, 32);
        icon.getStyleClass().add("accent-icon");
        alert.setGraphic(icon);
        var refuse = (Button) alert.getDialogPane().lookupButton(no);
        var agree = (Button) alert.getDialogPane().lookupButton(yes);
        alert.setOnShown(_ -> {
            // Enter alone never starts, heats or overwrites anything; who goes to the other button means it.
            agree.focusedProperty().subscribe(meant -> {
                agree.setDefaultButton(meant);
                refuse.setDefaultButton(!meant);
            });
            refuse.requestFocus();
        });
        return alert.showAndWait().filter(chosen -> chosen == yes).isPresent();
    }

    private static Optional<Path> path(File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
