package org.commonwright.workbench.machines.pad;

import java.util.function.DoubleSupplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.commonwright.machine.pad.PadButton;
import org.commonwright.workbench.machines.jog.JogGuard;
import org.commonwright.workbench.text.Choices;
import org.commonwright.workbench.text.Controls;

/// The row below the jog pad: the switch, and the pad's name once one is found.
public final class PadRow {
    private final PadViewModel pad;
    private final Controls controls;
    private final ChoiceBox<Double> step = new ChoiceBox<>();
    private final VBox box = new VBox(8);
    private Subscription guarded = Subscription.EMPTY;

    public PadRow(PadViewModel pad, Controls controls) {
        this.pad = pad;
        this.controls = controls;
        var on = new CheckBox();
        on.setId("pad-switch");
        on.textProperty().bind(controls.texts().of("pads.switch"));
        on.setTooltip(controls.tooltip(controls.texts().of("pads.switch-help")));
        on.selectedProperty().bindBidirectional(pad.on());
        var said = new Label();
        said.setId("pad-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.textProperty().bind(Bindings.createStringBinding(this::sentence, pad.words(), pad.on(),
                controls.texts().messages()));
        step.getItems().setAll(PadViewModel.STEPS);
        step.valueProperty().bindBidirectional(pad.step());
        // The arrow keys of the page are the machine's.
        step.setFocusTraversable(false);
        step.setMinWidth(120);
        Choices.inWords(step, controls.texts(), mm -> controls.texts().now("pads.step-mm", mm));
        controls.name(step, controls.texts().of("pads.step"));
        var steps = new HBox(8, step, controls.label("pads.step"));
        steps.setAlignment(Pos.CENTER_LEFT);
        for (Node node : new Node[]{said, steps}) {
            node.visibleProperty().bind(pad.on());
            node.managedProperty().bind(pad.on());
        }
        box.getChildren().addAll(on, said, steps);
    }

    public Node node() {
        return box;
    }

    /// @param page that must be in sight for sticks to count
    /// @param speed of a stick that is fully out, in mm per second
    /// @param guard ends motion by hand
    public void moves(Node page, DoubleSupplier speed, JogGuard guard) {
        pad.moves(speed, () -> guard.allowed().get() && inSight(page));
        guarded = guard.onRelease(pad::letGo);
    }

    public void close() {
        guarded.unsubscribe();
        pad.close();
    }

    private static boolean inSight(Node page) {
        for (Node node = page; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return page.getScene() != null;
    }

    private String sentence() {
        PadViewModel.Words words = pad.words().get();
        String button = words.button().map(PadButton::id).map(id -> controls.texts().now("pads.button-" + id))
                .orElse("");
        return pad.on().get() ? controls.texts().now(words.kind(), words.name(), button) : "";
    }

}
