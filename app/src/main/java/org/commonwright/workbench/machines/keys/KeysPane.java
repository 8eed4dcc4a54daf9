package org.commonwright.workbench.machines.keys;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// The page *Keys*: each action with its key, which a press of another one changes.
public final class KeysPane {
    private final KeyMap keys;
    private final Controls controls;
    private final GridPane grid = new GridPane(16, 8);
    private final Label said = new Label();
    private final ScrollPane pane;
    private @Nullable MachineKey waiting;

    /// @param besides what stands below the keys
    public KeysPane(KeyMap keys, Controls controls, Node besides) {
        this.keys = keys;
        this.controls = controls;
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        var box = new VBox(16, controls.hint("keys.hint"), said, grid,
                controls.button("keys.reset", () -> {
                    keys.reset();
                    said.setText("");
                }), new Separator(), besides);
        box.getStyleClass().add("padded");
        pane = new ScrollPane(box);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("edge-to-edge");
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        keys.changes().subscribe(this::show);
        controls.texts().messages().subscribe(_ -> show());
    }

    public Node node() {
        return pane;
    }

    private void show() {
        grid.getChildren().clear();
        int row = 0;
        for (MachineKey action : MachineKey.values()) {
            Label name = controls.label("keys.do-" + action.id());
            var key = new Button(shown(action));
            key.setMinWidth(160);
            controls.name(key, controls.texts().of("keys.change", controls.texts().now("keys.do-" + action.id())));
            key.setOnAction(_ -> {
                waiting = action;
                said.setText(controls.texts().now("keys.press", controls.texts().now("keys.do-" + action.id())));
                show();
            });
            name.setLabelFor(key);
            grid.addRow(row++, name, key);
            if (action == waiting) {
                key.requestFocus();
            }
        }
    }

    private String shown(MachineKey action) {
        String key = keys.key(action);
        if (action == waiting) {
            return "…";
        }
        return key.isEmpty() ? controls.texts().now("keys.none") : name(key);
    }

    private static String name(String key) {
        return name(KeyCode.valueOf(key));
    }

    /// As it stands on the keyboard, where that is the same in every language.
    private static String name(KeyCode key) {
        return switch (key) {
            case RIGHT -> "→";
            case LEFT -> "←";
            case UP -> "↑";
            case DOWN -> "↓";
            case PAGE_UP -> "Page ↑";
            case PAGE_DOWN -> "Page ↓";
            case OPEN_BRACKET -> "[";
            case CLOSE_BRACKET -> "]";
            default -> key.getName();
        };
    }

    private void pressed(KeyEvent event) {
        MachineKey action = waiting;
        if (action == null) {
            return;
        }
        event.consume();
        waiting = null;
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            said.setText("");
        } else {
            boolean away = code == KeyCode.DELETE || code == KeyCode.BACK_SPACE;
            said.setText(switch (keys.give(action, away ? "" : code.name())) {
                case KeyMap.Taken _ -> "";
                case KeyMap.Reserved _ -> controls.texts().now("keys.reserved", name(code));
                case KeyMap.HeldBy(MachineKey other) ->
                    controls.texts().now("keys.held", name(code), controls.texts().now("keys.do-" + other.id()));
            });
        }
        show();
    }
}
