package org.commonwright.workbench.review.comments;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.area.Reveal;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// Where something is said: words, and what should stand there instead. Ctrl+Enter says it, Esc leaves it; where something was
/// typed it asks first, and only Esc once more throws that away.
final class Composer {
    private final Controls controls;
    private final VBox box = new VBox(8);
    private final TextArea words;
    private final Button say;
    private final Runnable close;
    private final TextArea instead;
    private final Label asked;
    private String wordsBefore = "";
    private String insteadBefore = "";

    /// What is done with the words.
    @FunctionalInterface
    interface Saying {
        /// @param said once it is recorded
        void say(String text, Optional<String> suggestion, Runnable said);
    }

    private Composer(Controls controls, String sayKey, Runnable close) {
        this.controls = controls;
        this.close = close;
        this.words = controls.area("remarks.words", 3);
        this.instead = controls.area("remarks.instead", 2);
        this.asked = controls.label(controls.texts().of("remarks.esc-again"), "hint");
        asked.setWrapText(true);
        asked.setVisible(false);
        asked.managedProperty().bind(asked.visibleProperty());
        this.say = controls.button(sayKey, () -> {});
        say.getStyleClass().add("accent");
        box.getStyleClass().addAll("comment", "composer");
        box.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                leave();
            } else if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
                e.consume();
                say.fire();
            }
        });
    }

    /// Nothing typed is lost by one key.
    private void leave() {
        boolean typed = !words.getText().equals(wordsBefore) || !instead.getText().equals(insteadBefore);
        if (typed && !asked.isVisible()) {
            asked.setVisible(true);
            Reveal.show(box);
        } else {
            close.run();
        }
    }

    /// A new comment.
    static Node of(CommentTarget target, CommentsViewModel model, Controls controls, Runnable close) {
        var composer = new Composer(controls, "remarks.say", close);
        var name = controls.label(controls.texts().of(target.name().key(), target.name().arguments().toArray()),
                "hint");
        name.setWrapText(true);
        composer.box.getChildren().add(name);
        var column = new ComboBox<String>();
        if (target.table() != null) {
            controls.name(column, controls.texts().of("remarks.column"));
            column.promptTextProperty().bind(controls.texts().of("remarks.column"));
            model.columns(target, headers -> fill(column, headers, target.column()));
            composer.box.getChildren().add(column);
        }
        composer.finish(target.said().orElse(null), "",
                target.table() == null ? new ReadOnlyBooleanWrapper(false) : column.valueProperty().isNull(),
                (text, suggestion, said) -> model.make(target, column.getValue() == null ? "" : column.getValue(), text,
                        suggestion, said));
        return composer.box;
    }

    /// Words under an own name: an answer, or other words for one's own.
    ///
    /// @param before what it says so far
    /// @param said what a suggestion begins with; null when nothing can be suggested
    static Node words(String sayKey, String before, @Nullable String said, Controls controls, Runnable close,
            Saying saying) {
        var composer = new Composer(controls, sayKey, close);
        composer.finish(said, before, new ReadOnlyBooleanWrapper(false), saying);
        return composer.box;
    }

    private static void fill(ComboBox<String> column, List<String> headers, String first) {
        column.getItems().setAll(headers);
        column.setValue(headers.contains(first) ? first : null);
    }

    /// @param lacks whether something besides words is missing yet
    private void finish(@Nullable String said, String before, ObservableBooleanValue lacks, Saying saying) {
        words.setText(before);
        wordsBefore = words.getText();
        box.getChildren().add(words);
        instead.getStyleClass().add("mono");
        var suggest = new CheckBox();
        suggest.textProperty().bind(controls.texts().of("remarks.suggest"));
        if (said != null) {
            instead.setText(said);
            // A text area has line ends of its own.
            insteadBefore = instead.getText();
            instead.visibleProperty().bind(suggest.selectedProperty());
            instead.managedProperty().bind(suggest.selectedProperty());
            box.getChildren().addAll(suggest, instead);
        }
        say.disableProperty().bind(Bindings.createBooleanBinding(
                () -> lacks.get() || words.getText().isBlank() && !suggest.isSelected(), words.textProperty(),
                suggest.selectedProperty(), lacks));
        suggest.selectedProperty().subscribe((_, _) -> Reveal.show(box));
        say.setOnAction(_ -> saying.say(words.getText(),
                suggest.isSelected() ? Optional.of(instead.getText()) : Optional.empty(), close));
        var buttons = new FlowPane(8, 8, controls.explained(say, controls.texts().of("remarks.say-needs-words")),
                controls.button("remarks.leave", close));
        buttons.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().addAll(asked, buttons);
        words.textProperty().subscribe((_, _) -> asked.setVisible(false));
        instead.textProperty().subscribe((_, _) -> asked.setVisible(false));
        words.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                words.requestFocus();
            }
        });
    }

}
