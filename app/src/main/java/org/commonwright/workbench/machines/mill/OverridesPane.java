package org.commonwright.workbench.machines.mill;

import java.util.List;
import java.util.function.ToIntFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.machine.mill.MillAct;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Overrides;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.text.Controls;

/// Speeds as parts of what the program says, to be changed while it runs; coolant and spindle; and what is needed seldom in a
/// menu.
final class OverridesPane {
    private final Controls controls;
    private final ActionControls buttons;
    private final MillActions actions;
    private final ObservableValue<MachineStatus> status;
    private final VBox box = new VBox(8);

    OverridesPane(MillActions actions, ObservableValue<MachineStatus> status, Controls controls) {
        this.controls = controls;
        this.buttons = new ActionControls(controls);
        this.actions = actions;
        this.status = status;
        var grid = new GridPane(8, 4);
        row(grid, "grbl.override-feed", Overrides::feed, MillAct.FEED_DOWN, MillAct.FEED_NORMAL, MillAct.FEED_UP);
        row(grid, "grbl.override-rapid", Overrides::rapid, MillAct.RAPID_QUARTER, MillAct.RAPID_HALF,
                MillAct.RAPID_FULL);
        row(grid, "grbl.override-spindle", Overrides::spindle, MillAct.SPINDLE_DOWN, MillAct.SPINDLE_NORMAL,
                MillAct.SPINDLE_UP);
        var more = new MenuButton();
        more.textProperty().bind(controls.texts().of("grbl.more"));
        for (MillAct act : List.of(MillAct.DOOR, MillAct.RESET, MillAct.SLEEP)) {
            more.getItems().add(buttons.item(actions.of(act)));
        }
        var on = controls.label(controls.texts().messages()
                .flatMap(messages -> status.map(now -> On.words(now.overrides().accessories(), messages))), "hint");
        on.setWrapText(true);
        var tools = new FlowPane(8, 8, buttons.button(actions.check()),
                buttons.button(actions.of(MillAct.SPINDLE_STOP)),
                buttons.button(actions.of(MillAct.FLOOD)), buttons.button(actions.of(MillAct.MIST)), more);
        box.getChildren().addAll(controls.label(controls.texts().of("grbl.overrides"), "subheading"), grid, tools, on);
    }

    Node node() {
        return box;
    }

    private void row(GridPane grid, String key, ToIntFunction<Overrides> of, MillAct... acts) {
        var name = controls.label(key);
        name.setMinWidth(Region.USE_PREF_SIZE);
        var percent = new Label();
        percent.textProperty().bind(status.map(now -> of.applyAsInt(now.overrides()) + " %"));
        percent.getStyleClass().addAll("mono", "strong");
        percent.setMinWidth(Region.USE_PREF_SIZE);
        var keys = new HBox(4);
        for (MillAct act : acts) {
            keys.getChildren().add(sign(actions.of(act), On.sign(act)));
        }
        grid.addRow(grid.getRowCount(), name, percent, keys);
    }

    /// A button with a sign only; its name and why it is off are told by its tooltip and to a screen reader.
    private Node sign(Action action, String sign) {
        var button = new Button(sign);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        controls.name(button, controls.texts().of(action.title()));
        button.accessibleHelpProperty().bind(buttons.explanation(action));
        button.disableProperty().bind(action.blocked().map(reason -> reason.isPresent()));
        button.setOnAction(_ -> action.fire());
        var around = new StackPane(button);
        Tooltip.install(around, controls.tooltip(buttons.explanation(action)));
        return around;
    }
}
