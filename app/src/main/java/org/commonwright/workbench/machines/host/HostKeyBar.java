package org.commonwright.workbench.machines.host;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.commonwright.machine.host.HostAddress;
import org.commonwright.workbench.text.Controls;

/// Asks for a host's key, in sight while a host wants one. What is typed is not shown, and forgotten here once it was given.
public final class HostKeyBar {
    private final HBox row;

    public HostKeyBar(HostsViewModel model, Controls controls) {
        var question = controls.label(controls.texts().messages().flatMap(m -> model.wantsKey()
                .map(address -> m.get("hosts.key-typed", address.toString()))), "strong");
        question.setWrapText(true);
        HBox.setHgrow(question, Priority.ALWAYS);
        question.setMaxWidth(Double.MAX_VALUE);
        var key = new PasswordField();
        key.promptTextProperty().bind(controls.texts().of("hosts.key"));
        controls.name(key, controls.texts().of("hosts.key"));
        Runnable give = () -> {
            String typed = key.getText();
            key.clear();
            model.give(typed);
        };
        key.setOnAction(_ -> give.run());
        Button connect = controls.button("hosts.key-give", give);
        connect.disableProperty().bind(key.textProperty().isEmpty());
        Button not = controls.button("hosts.key-not", model::giveNone);
        row = new HBox(8, question, key, connect, not);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("padded");
        row.setVisible(false);
        row.managedProperty().bind(row.visibleProperty());
        model.wantsKey().subscribe((HostAddress wanted) -> {
            row.setVisible(wanted != null);
            if (wanted != null) {
                key.requestFocus();
            }
        });
    }

    public Node node() {
        return row;
    }
}
