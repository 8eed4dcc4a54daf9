package org.commonwright.workbench.welcome;

import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.preview.PictureReader;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Shorten;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One recent design: picture, name, folder, last activity; opens on a click, and can be taken off the list.
final class RecentRow {
    private static final Logger LOG = LoggerFactory.getLogger(RecentRow.class);
    private static final int PICTURE = 48;
    private static final int PATH = 56;
    private static final int SUBJECT = 56;

    private RecentRow() {}

    static Node of(RecentEntry entry, WelcomeViewModel model, Controls controls) {
        var recent = entry.recent();
        var name = new Label(recent.name());
        name.getStyleClass().add("strong");
        var path = new Label(Shorten.middle(recent.folder().toString(), PATH));
        path.getStyleClass().addAll("hint", "small-text");
        var activity = controls.label(controls.texts().messages().flatMap(m -> controls.texts().formats()
                .flatMap(f -> entry.activity().map(a -> words(a, m, f)).orElse(""))), "hint", "small-text");
        var words = new VBox(name, path, activity);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(16, picture(entry), words);
        line.setAlignment(Pos.CENTER_LEFT);
        var open = new Button(null, line);
        open.getStyleClass().addAll("flat", "row-button");
        open.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(open.widthProperty().subtract(26));
        controls.name(open, activity.textProperty().map(a -> recent.name() + ", " + recent.folder() + ", " + a));
        open.setOnAction(_ -> model.open(recent));
        HBox.setHgrow(open, Priority.ALWAYS);
        var forget = controls.iconButton(MaterialDesignC.CLOSE, "workbench.forget-recent",
                () -> model.forget(recent.folder()));
        var row = new HBox(4, open, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String words(Activity activity, Messages messages, Formats formats) {
        if (activity.fault() != null) {
            return messages.get(activity.fault());
        }
        if (activity.at() == null) {
            return messages.get("workbench.no-activity");
        }
        String when = formats.dateTime(activity.at(), ZoneId.systemDefault());
        return activity.who().isEmpty()
                ? when
                : messages.get("workbench.activity", when, activity.who(), Shorten.middle(activity.what(), SUBJECT));
    }

    private static Node picture(RecentEntry entry) {
        var frame = new StackPane(Icons.of(MaterialDesignC.CUBE_OUTLINE, 24));
        frame.getStyleClass().add("card-picture");
        frame.setMinSize(PICTURE, PICTURE);
        frame.setMaxSize(PICTURE, PICTURE);
        entry.picture().subscribe(bytes -> show(bytes, entry.recent().picture(), frame));
        return frame;
    }

    private static void show(byte @Nullable [] bytes, String name, StackPane frame) {
        if (bytes == null) {
            return;
        }
        try {
            var view = new ImageView(PictureReader.read(bytes, name, 2 * PICTURE));
            view.setPreserveRatio(true);
            view.setFitWidth(PICTURE - 2.0);
            view.setFitHeight(PICTURE - 2.0);
            frame.getChildren().setAll(view);
        } catch (Fault fault) {
            LOG.info("no picture {}", name, fault);
        }
    }
}
