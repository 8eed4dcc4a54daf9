package org.commonwright.workbench.shell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.commonwright.workbench.area.ConsoleLog;
import org.commonwright.workbench.text.Controls;

/// What was done, line by line; follows the end; Ctrl+C copies the chosen lines.
final class ConsolePanel {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ListView<ConsoleLog.Line> list = new ListView<>();

    ConsolePanel(ConsoleLog console, Controls controls) {
        list.setId("console");
        list.setItems(console.lines());
        list.getStyleClass().addAll("edge-to-edge", "mono", "dense");
        list.setPlaceholder(controls.hint("workbench.console-none"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(ConsoleLog.Line line, boolean empty) {
                super.updateItem(line, empty);
                setText(empty || line == null ? null : text(line));
            }
        });
        controls.name(list, controls.texts().of("workbench.console"));
        console.lines().addListener(
                (ListChangeListener<ConsoleLog.Line>) _ -> list.scrollTo(Math.max(0, console.lines().size() - 1)));
        list.setOnKeyPressed(e -> {
            if (COPY.match(e)) {
                copy();
                e.consume();
            }
        });
    }

    Node node() {
        return list;
    }

    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, list.getSelectionModel()
                .getSelectedItems().stream().map(ConsolePanel::text).collect(Collectors.joining("\n"))));
    }

    private static String text(ConsoleLog.Line line) {
        return TIME.format(line.at().atZone(ZoneId.systemDefault())) + "  " + line.source() + "  " + line.text();
    }
}
