package org.commonwright.workbench.machines.pad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.machine.pad.PadAction;
import org.commonwright.machine.pad.PadButton;
import org.commonwright.workbench.text.Choices;
import org.commonwright.workbench.text.Controls;

/// On the page *Keys*: each action of a gamepad with its button, which can be chosen anew.
public final class PadButtonsPane {
    private final PadButtons buttons;
    private final Controls controls;
    private final GridPane grid = new GridPane(16, 8);
    private final Label said = new Label();
    private final VBox box;

    public PadButtonsPane(PadButtons buttons, Controls controls) {
        this.buttons = buttons;
        this.controls = controls;
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        box = new VBox(16, controls.label(controls.texts().of("pads.title"), "subheading"), controls.hint("pads.hint"),
                said, grid, controls.button("pads.reset", () -> {
                    said.setText("");
                    buttons.reset();
                }));
        buttons.map().subscribe(this::show);
        controls.texts().messages().subscribe(_ -> show());
    }

    public Node node() {
        return box;
    }

    /// The page comes into sight.
    public void shown() {
        buttons.read();
    }

    private void show() {
        grid.getChildren().clear();
        int row = 0;
        for (PadAction action : PadAction.values()) {
            Label name = controls.label("pads.do-" + action.id());
            ComboBox<Optional<PadButton>> choice = choice(action);
            name.setLabelFor(choice);
            grid.addRow(row++, name, choice);
        }
    }

    private ComboBox<Optional<PadButton>> choice(PadAction action) {
        List<Optional<PadButton>> all = new ArrayList<>();
        all.add(Optional.empty());
        for (PadButton button : PadButton.values()) {
            all.add(Optional.of(button));
        }
        var choice = new ComboBox<Optional<PadButton>>();
        choice.getItems().setAll(all);
        choice.setValue(buttons.map().get().button(action));
        Choices.inWords(choice, controls.texts(), this::text);
        choice.setMinWidth(200);
        choice.setId("pad-" + action.id());
        controls.name(choice, controls.texts().of("pads.change", controls.texts().now("pads.do-" + action.id())));
        choice.setOnAction(_ -> give(action, choice.getValue()));
        return choice;
    }

    private void give(PadAction action, Optional<PadButton> button) {
        if (button.equals(buttons.map().get().button(action))) {
            return;
        }
        Optional<PadAction> other = buttons.give(action, button);
        said.setText(other.map(held -> controls.texts().now("pads.taken", text(button),
                controls.texts().now("pads.do-" + held.id()))).orElse(""));
        if (other.isPresent()) {
            show();
        }
    }

    private String text(Optional<PadButton> button) {
        return button.map(given -> controls.texts().now("pads.button-" + given.id()))
                .orElseGet(() -> controls.texts().now("pads.no-button"));
    }

}
