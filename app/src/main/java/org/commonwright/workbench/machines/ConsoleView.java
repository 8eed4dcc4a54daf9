package org.commonwright.workbench.machines;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.text.Controls;

/// What was said both ways, and a field for a line of one's own; Up and Down bring earlier lines back.
final class ConsoleView {
    private final MachineViewModel model;
    private final ListView<ConsoleLine> list;
    private final TextField field;
    private final List<String> history = new ArrayList<>();
    private final VBox box;
    private int at;

    ConsoleView(MachineViewModel model, Controls controls) {
        this.model = model;
        list = new ListView<>(model.console());
        list.getStyleClass().addAll("mono", "dense");
        list.setMinHeight(48);
        controls.name(list, controls.texts().of("machines.console"));
        VBox.setVgrow(list, Priority.ALWAYS);
        field = controls.field("machines.console-prompt");
        field.getStyleClass().add("mono");
        field.setOnAction(_ -> send());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::recall);
        model.console().addListener((ListChangeListener<ConsoleLine>) _ -> list.scrollTo(model.console().size() - 1));
        box = new VBox(8, controls.label(controls.texts().of("machines.console"), "subheading"), list, field);
    }

    Node node() {
        return box;
    }

    private void send() {
        String line = field.getText();
        if (!line.isBlank()) {
            model.command(line);
            history.remove(line);
            history.add(line);
            at = history.size();
            field.clear();
        }
    }

    private void recall(KeyEvent key) {
        int step = key.getCode() == KeyCode.UP ? -1 : key.getCode() == KeyCode.DOWN ? 1 : 0;
        if (step != 0 && !history.isEmpty()) {
            at = Math.clamp(at + step, 0, history.size());
            field.setText(at == history.size() ? "" : history.get(at));
            field.end();
            key.consume();
        }
    }
}
