package org.commonwright.workbench.text;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Boxes to choose from whose words follow the language: what is chosen as well as what is offered.
public final class Choices {
    private Choices() {}

    /// @param words what a value is called in the language of the moment
    public static <T> void inWords(ComboBox<T> box, Texts texts, Function<T, String> words) {
        texts.messages().subscribe(_ -> {
            box.setConverter(new Words<>(words, box::getValue));
            // A new converter renews the list alone; what is chosen is drawn by this cell.
            box.setButtonCell(new Chosen<>(box, words));
        });
    }

    /// @param words what a value is called in the language of the moment
    public static <T> void inWords(ChoiceBox<T> box, Texts texts, Function<T, String> words) {
        texts.messages().subscribe(_ -> box.setConverter(new Words<>(words, box::getValue)));
    }

    /// Nobody types into these boxes.
    private static final class Words<T> extends StringConverter<T> {
        private final Function<T, String> words;
        private final Supplier<T> now;

        Words(Function<T, String> words, Supplier<T> now) {
            this.words = words;
            this.now = now;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public T fromString(String text) {
            return now.get();
        }
    }

    private static final class Chosen<T> extends ListCell<T> {
        private final ComboBox<T> box;
        private final Function<T, String> words;

        Chosen(ComboBox<T> box, Function<T, String> words) {
            this.box = box;
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable T value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? box.getPromptText() : words.apply(value));
        }
    }
}
