package org.commonwright.workbench.preview;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.commonwright.workbench.text.Controls;

/// Lines of text with their numbers. Lines in sight only are laid out, so a file of a million lines opens at once.
public final class TextPane {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double DIGIT_EM = 0.65;

    private final ListView<String> list = new ListView<>();
    private final double numberWidth;

    /// @param lines as [PlainText#lines] gives them
    public TextPane(Controls controls, List<String> lines) {
        this.numberWidth = Math.max(3, String.valueOf(lines.size()).length()) * DIGIT_EM;
        list.setItems(FXCollections.observableList(lines));
        list.getStyleClass().addAll("edge-to-edge", "mono", "dense", "text-pane");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new Line());
        list.setPlaceholder(controls.hint("workbench.text-empty"));
        controls.name(list, controls.texts().of("workbench.text-lines", lines.size()));
        list.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (COPY.match(e)) {
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, list.getSelectionModel()
                        .getSelectedItems().stream().collect(Collectors.joining("\n"))));
                e.consume();
            }
        });
    }

    public Node node() {
        return list;
    }

    /// Selects a line and brings it into sight.
    ///
    /// @param line from 1; anything else does nothing
    public void goTo(int line) {
        if (line >= 1 && line <= list.getItems().size()) {
            list.getSelectionModel().clearAndSelect(line - 1);
            list.scrollTo(Math.max(0, line - 6));
        }
    }

    private final class Line extends ListCell<String> {
        private final Label number = new Label();
        private final Label text = new Label();
        private final HBox row = new HBox(16, number, text);

        Line() {
            number.getStyleClass().add("line-number");
            number.setStyle("-fx-min-width: " + numberWidth + "em;");
            text.setMinWidth(USE_PREF_SIZE);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
            } else {
                number.setText(String.valueOf(getIndex() + 1));
                text.setText(line);
                setGraphic(row);
            }
        }
    }
}
