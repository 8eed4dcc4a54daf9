package org.commonwright.workbench.machines.board;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.arduino.LineEnding;
import org.commonwright.machine.arduino.MonitorLine;
import org.commonwright.machine.arduino.MonitorLog;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.text.Choices;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Theme;

/// What a board says, and a field for what it is told; Up and Down bring earlier lines back.
final class MonitorView {
    private static final int ROW = 22;
    /// What a cell shows of a line; what is saved and copied is whole.
    private static final int LONGEST = 400;

    private final MonitorViewModel model;
    private final Controls controls;
    private final Dialogs dialogs;
    private final ListView<MonitorLine> list;
    private final TextField field;
    private final VBox box;

    MonitorView(MonitorViewModel model, Controls controls, Dialogs dialogs) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        list = new ListView<>(model.lines());
        list.setId("board-lines");
        list.getStyleClass().addAll("mono", "dense");
        list.setCellFactory(_ -> new Line());
        list.setMinHeight(48);
        // Cells that need not be measured: a board may say thousands of lines a second.
        list.fixedCellSizeProperty().bind(Theme.textScale(list).map(scale -> Math.ceil(ROW * scale)));
        controls.name(list, controls.texts().of("boards.monitor"));
        VBox.setVgrow(list, Priority.ALWAYS);
        model.timestamps().subscribe((_, _) -> list.refresh());
        model.hex().subscribe((_, _) -> list.refresh());
        var unfinished = controls.label(model.unfinished(), "mono", "hint");
        unfinished.managedProperty().bind(unfinished.textProperty().isNotEmpty());
        field = controls.field("boards.line-prompt");
        field.setId("board-line");
        field.getStyleClass().add("mono");
        field.setOnAction(_ -> send());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::recall);
        HBox.setHgrow(field, Priority.ALWAYS);
        var row = new HBox(8, field, endings(), controls.button("boards.send", this::send));
        row.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(8, tools(), list, unfinished, row, counts());
        box.getStyleClass().add("padded");
    }

    Node node() {
        return box;
    }

    /// Takes over what came, and keeps the newest in sight while a person wants it.
    void shown() {
        model.refresh();
        if (model.follows().get() && !model.paused().get() && !model.lines().isEmpty()) {
            list.scrollTo(model.lines().size() - 1);
        }
    }

    private Node tools() {
        TextField search = controls.field("boards.search");
        search.setOnAction(_ -> find(search.getText()));
        search.setPrefColumnCount(16);
        Button save = controls.button("boards.save", () -> dialogs
                .saveFile(Messages.Key.of("boards.save"), "monitor.txt").ifPresent(model::save));
        Button clear = controls.button("boards.clear", model::clear);
        for (Button button : new Button[]{save, clear}) {
            button.disableProperty().bind(Bindings.isEmpty(model.lines()));
        }
        var row = new FlowPane(12, 8, check("boards.pause", model.paused()),
                check("boards.follow", model.follows()), check("boards.timestamps", model.timestamps()),
                check("boards.hex", model.hex()), search, save, clear);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private CheckBox check(String key, BooleanProperty on) {
        var check = new CheckBox();
        check.textProperty().bind(controls.texts().of(key));
        check.selectedProperty().bindBidirectional(on);
        return check;
    }

    private Node endings() {
        var choice = new ComboBox<LineEnding>();
        choice.getItems().setAll(LineEnding.values());
        Choices.inWords(choice, controls.texts(),
                ending -> ending == LineEnding.NONE ? controls.texts().now("boards.no-ending") : ending.toString());
        choice.valueProperty().bindBidirectional(model.ending());
        controls.name(choice, controls.texts().of("boards.ending"));
        choice.setTooltip(controls.tooltip(controls.texts().of("boards.ending")));
        choice.setMinWidth(112);
        return choice;
    }

    private Node counts() {
        ObservableValue<Messages.Key> words = model.counts().map(MonitorView::words);
        return controls.label(controls.texts().of(words), "hint");
    }

    private static Messages.Key words(MonitorLog.Counts counts) {
        var bytes = new Messages.Bytes(counts.bytes());
        return counts.dropped() == 0
                ? Messages.Key.of("boards.counts", counts.lines(), bytes)
                : Messages.Key.of("boards.counts-dropped", counts.lines(), bytes, counts.dropped());
    }

    private void send() {
        model.send(field.getText());
        field.clear();
    }

    private void recall(KeyEvent key) {
        int step = key.getCode() == KeyCode.UP ? -1 : key.getCode() == KeyCode.DOWN ? 1 : 0;
        if (step != 0) {
            field.setText(model.recall(step));
            field.end();
            key.consume();
        }
    }

    private void find(String words) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        int at = words.isEmpty() ? -1 : model.find(words, chosen < 0 ? model.lines().size() : chosen);
        if (at >= 0) {
            model.follows().set(false);
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(Math.max(0, at - 4));
        } else {
            list.getSelectionModel().clearSelection();
        }
    }

    private final class Line extends ListCell<MonitorLine> {
        @Override
        protected void updateItem(MonitorLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : cut(model.text(line)));
        }

        private static String cut(String text) {
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        }
    }
}
