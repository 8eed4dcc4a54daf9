package org.commonwright.workbench.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Texts;

/// Below a cell that is typed into: what may be meant, and what would be wrong. It never has the focus, and nothing in it is
/// chosen before a person goes down to it, so that it is never in the way of plain typing.
final class CellPopup {
    private static final double ROW = 28;
    private static final double WIDTH = 360;
    private static final int MOST = 8;

    private final TextField field;
    private final Texts texts;
    private final Popup popup = new Popup();
    private final ListView<CellHelp.Choice> list = new ListView<>();
    private final Label wrong = new Label();
    private final Consumer<CellHelp.Choice> take;

    CellPopup(TextField field, Texts texts, Consumer<CellHelp.Choice> take) {
        this.field = field;
        this.texts = texts;
        this.take = take;
        list.setId("completion");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setCellFactory(_ -> new ChoiceCell());
        list.managedProperty().bind(list.visibleProperty());
        wrong.setId("cell-wrong");
        wrong.getStyleClass().addAll("warning", "padded");
        wrong.setWrapText(true);
        wrong.setMaxWidth(WIDTH);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        wrong.managedProperty().bind(wrong.visibleProperty());
        var box = new VBox(wrong, list);
        box.getStyleClass().add("cell-popup");
        popup.getContent().add(box);
        popup.setHideOnEscape(false);
        popup.setAutoFix(true);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void show(List<CellHelp.Choice> choices, Optional<Messages.Key> sentence) {
        list.getItems().setAll(choices);
        list.getSelectionModel().clearSelection();
        list.setVisible(!choices.isEmpty());
        list.setPrefHeight(ROW * Math.min(MOST, choices.size()) + 2);
        wrong.setVisible(sentence.isPresent());
        wrong.setText(sentence.map(texts::now).orElse(""));
        field.getStyleClass().remove("wrong");
        if (sentence.isPresent()) {
            field.getStyleClass().add("wrong");
        }
        field.setAccessibleHelp(wrong.getText());
        Bounds place = field.getScene() == null ? null : field.localToScreen(field.getBoundsInLocal());
        if (choices.isEmpty() && sentence.isEmpty() || place == null) {
            hide();
        } else {
            popup.getScene().getStylesheets().setAll(field.getScene().getStylesheets());
            popup.getScene().getRoot().setStyle(field.getScene().getRoot().getStyle());
            popup.show(field, place.getMinX(), place.getMaxY());
        }
    }

    void hide() {
        popup.hide();
    }

    private void pressed(KeyEvent key) {
        if (!popup.isShowing()) {
            return;
        }
        int chosen = list.getSelectionModel().getSelectedIndex();
        int count = list.getItems().size();
        switch (key.getCode()) {
            case DOWN -> choose(key, count == 0 ? -1 : Math.min(chosen + 1, count - 1));
            case UP -> choose(key, chosen - 1);
            case ENTER, TAB -> {
                if (chosen >= 0) {
                    key.consume();
                    take(list.getItems().get(chosen));
                }
            }
            case ESCAPE -> {
                if (list.isVisible()) {
                    // The first Esc is for the list, the second for the cell.
                    hide();
                    key.consume();
                }
            }
            default -> {
            }
        }
    }

    private void choose(KeyEvent key, int index) {
        if (!list.getItems().isEmpty()) {
            key.consume();
            if (index < 0) {
                list.getSelectionModel().clearSelection();
            } else {
                list.getSelectionModel().clearAndSelect(index);
                list.scrollTo(index);
            }
        }
    }

    private void take(CellHelp.Choice choice) {
        hide();
        take.accept(choice);
    }

    private final class ChoiceCell extends ListCell<CellHelp.Choice> {
        ChoiceCell() {
            setOnMouseClicked(_ -> {
                if (getItem() != null) {
                    take(getItem());
                }
            });
        }

        @Override
        protected void updateItem(CellHelp.Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            var value = new Label(choice.value());
            value.setMinWidth(Region.USE_PREF_SIZE);
            var detail = new Label(choice.detail());
            detail.getStyleClass().add("hint");
            setGraphic(new HBox(8, value, Controls.spring(), detail));
            setAccessibleText(choice.value() + " " + choice.detail());
            setPrefWidth(0);
        }
    }
}
