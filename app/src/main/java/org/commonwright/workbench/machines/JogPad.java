package org.commonwright.workbench.machines;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.commonwright.machine.protocol.Position;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Moves a machine for as long as a button or an arrow key is held. The motion must be asked for again all the time: when the
/// key is up, the focus is lost or the program stalls, nothing asks any more and the machine stops by itself.
final class JogPad {
    private static final Duration BEAT = Duration.millis(50);
    private static final double SLOWEST = 1;
    private static final double FASTEST = 50;
    private static final double USUAL = 10;

    private final MachineViewModel machine;
    private final Controls controls;
    private final Slider speed = new Slider(SLOWEST, FASTEST, USUAL);
    private final Timeline beat = new Timeline(new KeyFrame(BEAT, _ -> push()));
    private final VBox box = new VBox(8);
    private @Nullable Position direction;

    JogPad(MachineViewModel machine, Controls controls) {
        this.machine = machine;
        this.controls = controls;
        beat.setCycleCount(Animation.INDEFINITE);
        var pad = new GridPane(4, 4);
        pad.add(button(MaterialDesignA.ARROW_UP, "machines.jog-y-plus", 0, 1, 0), 1, 0);
        pad.add(button(MaterialDesignA.ARROW_LEFT, "machines.jog-x-minus", -1, 0, 0), 0, 1);
        pad.add(button(MaterialDesignA.ARROW_RIGHT, "machines.jog-x-plus", 1, 0, 0), 2, 1);
        pad.add(button(MaterialDesignA.ARROW_DOWN, "machines.jog-y-minus", 0, -1, 0), 1, 2);
        pad.add(button(MaterialDesignA.ARROW_EXPAND_UP, "machines.jog-step-up", 0, 0, 1), 4, 0);
        pad.add(button(MaterialDesignA.ARROW_EXPAND_DOWN, "machines.jog-step-down", 0, 0, -1), 4, 2);
        var number = new Label();
        number.textProperty().bind(speed.valueProperty().map(v -> Math.round(v.doubleValue()) + ""));
        number.setMinWidth(24);
        controls.name(speed, controls.texts().of("machines.jog-speed"));
        speed.setFocusTraversable(true);
        var speedRow = new HBox(8, speed, number, controls.label("machines.jog-speed"));
        box.getChildren().addAll(controls.label(controls.texts().of("machines.jog"), "subheading"), pad, speedRow,
                controls.hint("machines.jog-hint"));
        box.setFocusTraversable(true);
        box.disableProperty().bind(machine.busy());
        box.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        box.addEventHandler(KeyEvent.KEY_RELEASED, released -> {
            if (way(released.getCode()) != null) {
                stop();
                released.consume();
            }
        });
        box.focusWithinProperty().subscribe(within -> {
            if (!within) {
                stop();
            }
        });
        box.sceneProperty().flatMap(scene -> scene.windowProperty()).flatMap(window -> window.focusedProperty())
                .subscribe(focused -> {
                    if (!Boolean.TRUE.equals(focused)) {
                        stop();
                    }
                });
    }

    Node node() {
        return box;
    }

    /// Ends any motion; called when the page goes out of sight.
    void stop() {
        if (direction != null) {
            direction = null;
            beat.stop();
            machine.stopJog();
        }
    }

    private void go(Position way) {
        if (!way.equals(direction)) {
            direction = way;
            push();
            beat.playFromStart();
        }
    }

    private void push() {
        if (direction != null) {
            machine.jog(direction.times(speed.getValue()));
        }
    }

    private Button button(Ikon icon, String key, double x, double y, double z) {
        var button = new Button(null, Icons.of(icon, 24));
        button.getStyleClass().add("button-icon");
        controls.name(button, controls.texts().of(key));
        button.setTooltip(controls.tooltip(controls.texts().of(key)));
        button.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getButton() == MouseButton.PRIMARY) {
                go(new Position(x, y, z));
            }
        });
        button.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> stop());
        button.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> stop());
        return button;
    }

    private void pressed(KeyEvent key) {
        Position way = way(key.getCode());
        if (way != null && !(key.getTarget() instanceof Slider)) {
            go(way);
            key.consume();
        }
    }

    private static @Nullable Position way(KeyCode key) {
        return switch (key) {
            case LEFT -> new Position(-1, 0, 0);
            case RIGHT -> new Position(1, 0, 0);
            case UP -> new Position(0, 1, 0);
            case DOWN -> new Position(0, -1, 0);
            case PAGE_UP -> new Position(0, 0, 1);
            case PAGE_DOWN -> new Position(0, 0, -1);
            default -> null;
        };
    }
}
