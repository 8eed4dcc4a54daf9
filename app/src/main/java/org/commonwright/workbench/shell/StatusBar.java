package org.commonwright.workbench.shell;

import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.MachineStatus;
import org.commonwright.workbench.tasks.TaskBoard;
import org.commonwright.workbench.tasks.TaskEntry;
import org.commonwright.workbench.text.Controls;

/// The status bar: machines, running tasks, and the emergency stop while a machine is connected.
final class StatusBar {
    private static final Duration REFRESH = Duration.millis(100);
    private static final int SHOWN = 2;

    private final TaskBoard board;
    private final Controls controls;
    private final Runnable showTasks;
    private final HBox tasks = new HBox(16);
    private final HBox machines = new HBox(16);
    private final HBox bar;
    private final Timeline refresh;

    /// @param showTasks opens the Tasks panel
    StatusBar(TaskBoard board, MachineStatus machineStatus, Controls controls, Runnable showTasks) {
        this.board = board;
        this.controls = controls;
        this.showTasks = showTasks;
        var stop = new HBox();
        bar = new HBox(16, machines, tasks, Controls.spring(), stop);
        bar.getStyleClass().add("status-bar");
        for (HBox row : new HBox[]{tasks, machines, stop, bar}) {
            row.setAlignment(Pos.CENTER_LEFT);
        }
        refresh = new Timeline(new KeyFrame(REFRESH, _ -> board.refresh()));
        refresh.setCycleCount(Animation.INDEFINITE);
        board.running().addListener((ListChangeListener<TaskEntry>) _ -> fillTasks());
        fillTasks();
        machineStatus.slots().addListener((ListChangeListener<MachineStatus.Slot>) _ -> fillMachines(machineStatus));
        fillMachines(machineStatus);
        machineStatus.emergencyStop().subscribe(action -> {
            stop.getChildren().clear();
            if (action != null) {
                stop.getChildren().add(stopButton(action));
            }
        });
    }

    Node node() {
        return bar;
    }

    private void fillTasks() {
        var running = board.running();
        tasks.getChildren().clear();
        running.stream().limit(SHOWN)
                .forEach(entry -> tasks.getChildren().add(TaskStrip.of(entry, controls)));
        if (running.size() > SHOWN) {
            var more = new Hyperlink();
            more.textProperty().bind(controls.texts().of("workbench.more-tasks", running.size() - SHOWN));
            more.setOnAction(_ -> showTasks.run());
            tasks.getChildren().add(more);
        }
        if (running.isEmpty()) {
            refresh.stop();
        } else {
            refresh.play();
        }
    }

    private void fillMachines(MachineStatus status) {
        machines.getChildren().setAll(status.slots().stream().map(this::machine).toList());
    }

    private Node machine(MachineStatus.Slot slot) {
        var lamp = new Region();
        lamp.getStyleClass().add("lamp");
        slot.light().subscribe(light -> {
            lamp.getStyleClass().setAll("lamp", "lamp-" + light.name().toLowerCase(Locale.ROOT));
        });
        var button = new Button(null, lamp);
        button.getStyleClass().addAll("flat", "small");
        button.textProperty().bind(controls.texts().of(slot.words()).map(words -> slot.name() + " " + words));
        button.setOnAction(_ -> slot.open().run());
        return button;
    }

    private Node stopButton(Action action) {
        Region box = new ActionControls(controls).button(action);
        box.getStyleClass().add("emergency-stop");
        return box;
    }
}
