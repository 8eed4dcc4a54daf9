package org.commonwright.workbench.machines.runs;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.machine.card.Camera;
import org.commonwright.machine.card.Filament;
import org.commonwright.machine.card.MachineCard;
import org.commonwright.machine.card.PowerModel;
import org.commonwright.workbench.area.Facts;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.TypedNumber;
import org.jspecify.annotations.Nullable;

/// What a machine cannot say itself, to type in: its name, what it draws, what it prints with, where its camera is.
public final class CardPane {
    private final CardViewModel model;
    private final Controls controls;
    private final Notices notices;
    private final TextField name;
    private final List<TextField> numbers;
    private final TextField camera;
    private final ScrollPane pane;
    private @Nullable List<String> filled;

    public CardPane(CardViewModel model, Controls controls, Notices notices) {
        this.model = model;
        this.controls = controls;
        this.notices = notices;
        name = controls.field("card.name");
        camera = controls.field("card.camera");
        numbers = List.of(number("card.idle"), number("card.motion"), number("card.hotend"), number("card.bed"),
                number("card.spindle"), number("card.diameter"), number("card.density"), number("card.every"));
        var facts = new Facts(controls).add("card.identity", model.machine().text()).add("card.name", name)
                .across(title("card.draws")).add("card.idle", numbers.get(0)).add("card.motion", numbers.get(1))
                .add("card.hotend", numbers.get(2)).add("card.bed", numbers.get(3)).add("card.spindle", numbers.get(4))
                .across(title("card.filament")).add("card.diameter", numbers.get(5)).add("card.density", numbers.get(6))
                .across(title("card.picture")).add("card.camera", camera).add("card.every", numbers.get(7));
        Button save = controls.button("card.save", this::save);
        save.disableProperty().bind(wrong());
        var box = new VBox(16, controls.hint("card.hint"), facts.node(),
                controls.explained(save, controls.texts().of("card.save-needs")));
        box.getStyleClass().add("padded");
        pane = new ScrollPane(box);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("edge-to-edge");
        model.card().subscribe(now -> {
            // What somebody types here is not taken out of their hands.
            if (filled == null || typed().equals(filled)) {
                fill(now);
            }
        });
    }

    /// The page comes into sight.
    public void shown() {
        model.refresh();
    }

    private List<String> typed() {
        return Stream.concat(Stream.of(name, camera), numbers.stream()).map(TextField::getText).toList();
    }

    public Node node() {
        return pane;
    }

    private TextField number(String key) {
        TextField field = controls.field(key);
        field.setPrefColumnCount(8);
        field.setMaxWidth(140);
        return field;
    }

    private Node title(String key) {
        return controls.label(controls.texts().of(key), "subheading");
    }

    private ObservableValue<Boolean> wrong() {
        var texts = numbers.stream().map(TextField::textProperty).toArray(Observable[]::new);
        return Bindings.createBooleanBinding(
                () -> !numbers.stream().allMatch(field -> TypedNumber.notNegative(field.getText()).isPresent()), texts);
    }

    private void fill(MachineCard card) {
        name.setText(card.name());
        camera.setText(card.camera().url());
        PowerModel power = card.power();
        List<Double> values = List.of(power.idle(), power.motion(), power.hotend(), power.bed(), power.spindle(),
                card.filament().diameter(), card.filament().density(), (double) card.camera().seconds());
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            numbers.get(i).setText(value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value));
        }
        filled = typed();
    }

    private double value(int n) {
        return TypedNumber.read(numbers.get(n).getText()).orElseThrow();
    }

    private void save() {
        try {
            filled = typed();
            model.save(model.card().get().withName(name.getText())
                    .withPower(new PowerModel(value(0), value(1), value(2), value(3), value(4)))
                    .withFilament(new Filament(Math.clamp(value(5), 0.1, 10), Math.clamp(value(6), 0, 30)))
                    .withCamera(Camera.of(camera.getText(), (int) value(7))));
        } catch (Fault fault) {
            notices.fault(fault);
        }
    }
}
