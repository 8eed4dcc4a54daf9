package org.commonwright.workbench.machines.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.printer.Material;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.TypedNumber;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// A button for each material, and a small form to change them.
final class MaterialBar {
    private static final double NOZZLE = 500;
    private static final double BED = 200;
    private static final double CHAMBER = 150;

    private final PrinterViewModel model;
    private final Controls controls;
    private final Consumer<Material> heat;
    private final FlowPane buttons = new FlowPane(8, 8);
    private final VBox form = new VBox(8);
    private final VBox box = new VBox(8, buttons, form);
    private final Runnable cool;

    /// @param heat asked to heat for a material
    /// @param cool asked to switch all heaters off
    MaterialBar(PrinterViewModel model, Controls controls, Consumer<Material> heat, Runnable cool) {
        this.model = model;
        this.controls = controls;
        this.heat = heat;
        this.cool = cool;
        form.getStyleClass().add("form");
        form.setVisible(false);
        form.managedProperty().bind(form.visibleProperty());
        model.materials().addListener((ListChangeListener<Material>) _ -> show());
        show();
    }

    Node node() {
        return box;
    }

    private void show() {
        buttons.getChildren().clear();
        Button off = controls.button("printer.cool-down", cool);
        off.setGraphic(Icons.of(MaterialDesignS.SNOWFLAKE));
        buttons.getChildren().add(off);
        for (Material material : model.materials()) {
            var button = new Button(null, Icons.of(MaterialDesignF.FIRE));
            button.textProperty().bind(controls.texts().of("printer.material", material.name(), material.nozzle(),
                    material.bed()));
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(_ -> heat.accept(material));
            buttons.getChildren().add(button);
        }
        buttons.getChildren()
                .add(controls.iconButton(MaterialDesignP.PENCIL_OUTLINE, "printer.edit-materials", this::edit));
    }

    private void edit() {
        if (form.isVisible()) {
            form.setVisible(false);
            return;
        }
        form.getChildren().setAll(controls.hint("printer.materials-hint"));
        var rows = new VBox(8);
        model.materials().forEach(material -> rows.getChildren().add(new Line(material, rows).row));
        form.getChildren().addAll(rows, new FlowPane(8, 8,
                controls.button("printer.add-material", () -> rows.getChildren().add(new Line(
                        new Material("", 200, 60, 0), rows).row)),
                controls.button("printer.keep-materials", () -> keep(rows)),
                controls.button("printer.usual-materials", () -> {
                    model.keep(Material.USUAL);
                    form.setVisible(false);
                })));
        form.setVisible(true);
    }

    private void keep(VBox rows) {
        List<Material> kept = new ArrayList<>();
        for (Node row : rows.getChildren()) {
            if (row.getUserData() instanceof Line line) {
                Optional<Messages.Key> wrong = line.wrong();
                if (wrong.isPresent()) {
                    model.refuse(wrong.get());
                    return;
                }
                line.read(kept);
            }
        }
        model.keep(kept);
        form.setVisible(false);
    }

    /// One material's fields.
    private final class Line {
        private final TextField name = controls.field("printer.material-name");
        private final TextField nozzle = controls.field("printer.nozzle");
        private final TextField bed = controls.field("printer.bed");
        private final TextField chamber = controls.field("printer.chamber");
        private final HBox row = new HBox(8, name, nozzle, bed, chamber);

        Line(Material material, VBox rows) {
            row.setUserData(this);
            name.setText(material.name());
            name.setPrefColumnCount(8);
            number(nozzle, material.nozzle());
            number(bed, material.bed());
            number(chamber, material.chamber());
            row.getChildren().add(controls.iconButton(MaterialDesignC.CLOSE, "printer.remove-material",
                    () -> rows.getChildren().remove(row)));
        }

        private static void number(TextField field, double value) {
            field.setPrefColumnCount(5);
            field.setText(value == 0 ? "" : String.valueOf(Math.round(value)));
        }

        /// Why what was typed is no material; empty when it is one.
        Optional<Messages.Key> wrong() {
            return wrong(nozzle, NOZZLE).or(() -> wrong(bed, BED)).or(() -> wrong(chamber, CHAMBER));
        }

        private Optional<Messages.Key> wrong(TextField field, double most) {
            String typed = field.getText().strip();
            OptionalDouble value = TypedNumber.read(typed);
            boolean taken = typed.isEmpty()
                    || value.isPresent() && value.getAsDouble() >= 0 && value.getAsDouble() <= most;
            if (!taken) {
                field.requestFocus();
            }
            return taken
                    ? Optional.empty()
                    : Optional.of(Messages.Key.of("printer.bad-temperature", typed, name.getText().strip(), most));
        }

        void read(List<Material> into) {
            if (!name.getText().isBlank()) {
                into.add(
                        new Material(name.getText().strip(), value(nozzle), value(bed), value(chamber)));
            }
        }

        private static double value(TextField field) {
            return TypedNumber.read(field.getText()).orElse(0);
        }
    }
}
