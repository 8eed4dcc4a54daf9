package org.commonwright.workbench.machines.printer;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.machine.protocol.HostPrompt;
import org.commonwright.machine.protocol.PrinterState;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What the printer asks or tells, above everything else of its page, with a button for each answer.
final class PromptBar {
    private final PrinterViewModel model;
    private final Controls controls;
    private final VBox box = new VBox(8);
    private String dismissed = "";

    PromptBar(PrinterViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        box.getStyleClass().add("form");
        box.setId("printer-prompt");
        box.managedProperty().bind(box.visibleProperty());
        model.state().subscribe(this::show);
    }

    Node node() {
        return box;
    }

    private void show(PrinterState state) {
        box.getChildren().clear();
        HostPrompt prompt = state.prompt();
        if (prompt != null) {
            // The words are the machine's own.
            box.getChildren().add(head("printer.asks", prompt.text()));
            answers(prompt);
        } else if (state.waitsForPerson()) {
            box.getChildren().add(head("printer.waits", ""));
            Button go = controls.button("printer.go-on", model::goOn);
            go.setGraphic(Icons.of(MaterialDesignP.PLAY));
            go.setDisable(!model.can("EMERGENCY_PARSER"));
            box.getChildren().add(controls.explained(go, controls.texts().of("printer.no-parser")));
        } else if (!state.notice().isEmpty() && !state.notice().equals(dismissed)) {
            box.getChildren().add(head("printer.tells", state.notice()));
            box.getChildren().add(controls.button("printer.dismiss", () -> {
                dismissed = state.notice();
                show(model.state().get());
            }));
        }
        box.setVisible(!box.getChildren().isEmpty());
    }

    private Node head(String key, String words) {
        Label label = controls.label(controls.texts().of(key, words), "subheading");
        label.setGraphic(Icons.of(MaterialDesignA.ACCOUNT_ALERT_OUTLINE));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void answers(HostPrompt prompt) {
        var row = new FlowPane(8, 8);
        row.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < prompt.choices().size(); i++) {
            int choice = i;
            var button = new Button(prompt.choices().get(i));
            button.setOnAction(_ -> model.answer(choice));
            row.getChildren().add(button);
        }
        box.getChildren().add(prompt.choices().isEmpty() ? controls.hint("printer.answer-there") : row);
    }
}
