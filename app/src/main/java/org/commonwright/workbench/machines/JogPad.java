package org.commonwright.workbench.machines;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
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
import javafx.util.Subscription;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.StepJog;
import org.commonwright.workbench.machines.jog.JogGuard;
import org.commonwright.workbench.machines.keys.KeyMap;
import org.commonwright.workbench.machines.keys.MachineKey;
import org.commonwright.workbench.text.Choices;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Moves a machine for as long as a button or an arrow key is held. The motion must be asked for again all the time: when the
/// key is up, the [JogGuard] ends it or the program stalls, nothing asks any more and the machine stops by itself.
final class JogPad {
    private static final Duration BEAT = Duration.millis(50);
    private static final double SLOWEST = 1;
    private static final double FASTEST = 50;
    private static final double USUAL = 10;
    private static final double CONTINUOUS = 0;
    private static final List<Double> STEPS = List.of(CONTINUOUS, 0.01, 0.1, 1.0, 10.0, 100.0);

    private final MachineViewModel machine;
    private final Controls controls;
    private final KeyMap keys;
    private final ChoiceBox<Double> step = new ChoiceBox<>();
    private final Subscription guarded;
    private @Nullable KeyCode down;
    /// A key that was held when the motion was ended from elsewhere: its repetitions do not count until it was
    /// let go here.
    private @Nullable KeyCode barred;
    private final Slider speed = new Slider(SLOWEST, FASTEST, USUAL);
    private final Timeline beat = new Timeline(new KeyFrame(BEAT, _ -> push()));
    private final VBox box = new VBox(8);
    private @Nullable Position direction;

    JogPad(MachineViewModel machine, Controls controls, KeyMap keys, JogGuard guard) {
        this.machine = machine;
        this.keys = keys;
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
        step.getItems().setAll(STEPS);
        step.setValue(CONTINUOUS);
        Choices.inWords(step, controls.texts(), mm -> mm == CONTINUOUS
                ? controls.texts().now("keys.continuous")
                : controls.texts().now("keys.step", mm));
        controls.name(step, controls.texts().of("keys.steps"));
        // Its arrow keys are the machine's.
        step.setFocusTraversable(false);
        step.setMaxWidth(Double.MAX_VALUE);
        var stepRow = new VBox(4, controls.label("keys.steps"), step);
        var speedRow = new HBox(8, speed, number, controls.label("machines.jog-speed"));
        box.getChildren().addAll(controls.label(controls.texts().of("machines.jog"), "subheading"), pad, speedRow,
                stepRow,
                controls.hint("machines.jog-hint"));
        box.getStyleClass().add("jog-pad");
        box.setFocusTraversable(true);
        box.disableProperty().bind(machine.busy());
        box.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        box.addEventHandler(KeyEvent.KEY_RELEASED, released -> {
            if (released.getCode() == down || way(released.getCode()) != null) {
                down = null;
                barred = null;
                stop();
                released.consume();
            }
        });
        box.focusWithinProperty().subscribe(within -> {
            if (!within) {
                stop();
            }
        });
        // What is disabled hears of no button that goes up.
        box.disabledProperty().subscribe(off -> {
            if (off) {
                release();
            }
        });
        guarded = guard.onRelease(this::release);
    }

    Node node() {
        return box;
    }

    /// Adds another way to move the machine.
    void add(Node row) {
        box.getChildren().add(row);
    }

    /// What a jog goes at, in mm per second.
    double speed() {
        return speed.getValue();
    }

    /// The machine is gone for good.
    void close() {
        stop();
        guarded.unsubscribe();
    }

    private void release() {
        if (direction != null) {
            barred = down;
        }
        stop();
    }

    private void stop() {
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
            if (press.getButton() == MouseButton.PRIMARY && step.getValue() == CONTINUOUS) {
                go(new Position(x, y, z));
            } else if (press.getButton() == MouseButton.PRIMARY) {
                step(new Position(x, y, z));
            }
        });
        button.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> stop());
        button.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> stop());
        return button;
    }

    private void pressed(KeyEvent key) {
        MachineKey action = keys.action(key.getCode().name()).orElse(null);
        if (action == null || !action.jogs() || key.getTarget() instanceof Slider || key.isControlDown()
                || key.isAltDown() || key.isMetaDown()) {
            return;
        }
        if (key.getCode() == barred) {
            key.consume();
            return;
        }
        // A key that is held repeats; a step is one step.
        boolean first = key.getCode() != down;
        down = key.getCode();
        Position way = action.way();
        if (way != null && step.getValue() == CONTINUOUS) {
            go(way);
        } else if (way != null && first) {
            step(way);
        } else if (way == null && first) {
            int larger = step.getSelectionModel().getSelectedIndex() + (action == MachineKey.STEP_LARGER ? 1 : -1);
            step.getSelectionModel().select(Math.clamp(larger, 0, STEPS.size() - 1));
        }
        key.consume();
    }

    private void step(Position way) {
        StepJog.lines(machine.session().info().dialect(), way.times(step.getValue()), speed.getValue())
                .forEach(machine::command);
    }

    private @Nullable Position way(KeyCode key) {
        return keys.action(key.name()).map(MachineKey::way).orElse(null);
    }
}
