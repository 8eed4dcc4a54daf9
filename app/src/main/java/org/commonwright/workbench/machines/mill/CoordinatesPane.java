package org.commonwright.workbench.machines.mill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.mill.Axis;
import org.commonwright.machine.mill.AxisWords;
import org.commonwright.machine.mill.WorkSystems;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The coordinate systems, the places that are kept and the shift: a table, and what can be done with them.
final class CoordinatesPane {
    private static final int DIGITS = 3;
    private static final double ROW = 34;
    private static final int COLUMNS = 10;
    /// Nothing is missing.
    private static final ObservableValue<Boolean> NOTHING = new ReadOnlyObjectWrapper<>(false);

    private final SetupViewModel model;
    private final Controls controls;
    private final Dialogs dialogs;
    private final Notices notices;
    private final ObservableValue<Boolean> off;
    private final DataTable<SetupViewModel.Row> table;
    private final VBox box = new VBox(8);

    /// @param off while the machine may not be asked or moved
    CoordinatesPane(SetupViewModel model, Controls controls, Dialogs dialogs, Notices notices, SettingsFile settings,
            ObservableValue<Boolean> off) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        this.notices = notices;
        this.off = off;
        this.table = new DataTable<>("coordinates", "grbl.coordinates", controls, settings, model.rows(), columns(),
                EmptyState.of(controls, MaterialDesignA.AXIS_ARROW, "grbl.coordinates-none",
                        "grbl.coordinates-none-hint"));
        TableView<SetupViewModel.Row> view = table.view();
        view.setTableMenuButtonVisible(false);
        view.prefHeightProperty().bind(Bindings.size(model.rows()).multiply(ROW).add(ROW + 8));
        view.setMinHeight(Region.USE_PREF_SIZE);
        table.onOpen(row -> {
            if (row.isSystem() && !off.getValue()) {
                model.select(row.name());
            }
        });
        var summary = controls.label(summary(), "hint");
        summary.setWrapText(true);
        box.getChildren().addAll(controls.label(controls.texts().of("grbl.coordinates"), "subheading"), zeros(),
                values(), summary, view, chosen());
    }

    VBox node() {
        return box;
    }

    private List<Column<SetupViewModel.Row>> columns() {
        List<Column<SetupViewModel.Row>> columns = new ArrayList<>();
        columns.add(Column.<SetupViewModel.Row>words("system", "grbl.system", SetupViewModel.Row::name).width(96)
                .graphic(row -> row.active() ? Icons.of(MaterialDesignC.CHECK_BOLD) : null));
        for (Axis axis : Axis.values()) {
            columns.add(Column.<SetupViewModel.Row>number(axis.name().toLowerCase(Locale.ROOT),
                    "grbl.axis", row -> axis.of(row.at()), (row, formats) -> formats.number(axis.of(row.at()), DIGITS))
                    .titled(Messages.Key.of("grbl.axis", axis)));
        }
        return columns;
    }

    private ObservableValue<String> summary() {
        return controls.texts().of(model.systems().map(this::words).orElse(Messages.Key.of("grbl.not-read")));
    }

    private Messages.Key words(WorkSystems now) {
        return Messages.Key.of("grbl.active-is", now.active(),
                controls.texts().formats().get().number(now.toolLength(), DIGITS));
    }

    private Node chosen() {
        ObservableValue<SetupViewModel.@Nullable Row> row = table.selected();
        Button select = button("grbl.select", () -> model.select(table.selected().get().name()),
                row.map(r -> !r.isSystem() || r.active()).orElse(true));
        Button keep = button("grbl.keep", () -> keep(table.selected().get().name()),
                row.map(r -> !r.isPlace()).orElse(true));
        Button go = button("grbl.go-there", () -> goThere(table.selected().get()),
                row.map(r -> !r.isPlace()).orElse(true));
        Button clear = button("grbl.clear-shift", model::clearShift,
                row.map(r -> !r.name().equals("G92")).orElse(true));
        return new FlowPane(8, 8, explained(select, "grbl.select-needs"), explained(keep, "grbl.place-needs"),
                explained(go, "grbl.place-needs"), explained(clear, "grbl.shift-needs"));
    }

    private Node zeros() {
        var row = new FlowPane(8, 8);
        for (List<Axis> axes : List.of(List.of(Axis.X), List.of(Axis.Y), List.of(Axis.Z), List.of(Axis.X, Axis.Y))) {
            var zero = new Button();
            zero.setMinWidth(Region.USE_PREF_SIZE);
            zero.setOnAction(_ -> set(axes));
            zero.textProperty().bind(controls.texts().of("grbl.zero", names(axes)));
            zero.disableProperty().bind(off);
            row.getChildren().add(explained(zero, "grbl.not-now"));
        }
        Button xy = button("grbl.go-xy", () -> goToZero(List.of(Axis.X, Axis.Y)), NOTHING);
        Button z = button("grbl.go-z", () -> goToZero(List.of(Axis.Z)), NOTHING);
        row.getChildren().addAll(explained(xy, "grbl.not-now"), explained(z, "grbl.not-now"));
        return row;
    }

    private Node values() {
        TextField here = controls.field("grbl.here-prompt");
        HBox.setHgrow(here, Priority.ALWAYS);
        ObservableValue<Boolean> empty = here.textProperty().map(String::isBlank);
        Button set = button("grbl.here-set", () -> typed(here.getText(), model::set), empty);
        Button shift = button("grbl.here-shift", () -> typed(here.getText(), model::shift), empty);
        here.setOnAction(_ -> set.fire());
        var name = controls.label("grbl.here");
        name.setMinWidth(Region.USE_PREF_SIZE);
        here.setPrefColumnCount(COLUMNS);
        var row = new HBox(8, name, here, explained(set, "grbl.here-needs"),
                explained(shift, "grbl.here-needs"));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void typed(String text, Consumer<Map<Axis, Double>> use) {
        try {
            use.accept(AxisWords.parse(text.strip()));
        } catch (Fault fault) {
            notices.fault(fault);
        }
    }

    private void set(List<Axis> axes) {
        Map<Axis, Double> zero = new TreeMap<>();
        axes.forEach(axis -> zero.put(axis, 0.0));
        model.set(zero);
    }

    private void keep(String place) {
        if (dialogs.confirm(Messages.Key.of("grbl.ask-keep", place), Messages.Key.of("grbl.keep"))) {
            model.keep(place);
        }
    }

    private void goToZero(List<Axis> axes) {
        if (dialogs.confirm(Messages.Key.of("grbl.ask-go", names(axes)), Messages.Key.of("grbl.go"))) {
            model.goToZero(axes);
        }
    }

    private void goThere(SetupViewModel.Row row) {
        if (dialogs.confirm(Messages.Key.of("grbl.ask-go-there", row.name()), Messages.Key.of("grbl.go"))) {
            model.goTo(row.at(), List.of(Axis.X, Axis.Y, Axis.Z));
        }
    }

    private static String names(List<Axis> axes) {
        return String.join(" ", axes.stream().map(Axis::name).toList());
    }

    private Button button(String key, Runnable handler, ObservableValue<Boolean> needs) {
        Button button = controls.button(key, handler);
        button.disableProperty().bind(off.flatMap(no -> needs.map(missing -> no || missing)));
        return button;
    }

    private Region explained(Button button, String reason) {
        return controls.explained(button, controls.texts().of(reason));
    }
}
