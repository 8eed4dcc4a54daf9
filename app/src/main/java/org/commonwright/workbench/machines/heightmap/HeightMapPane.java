package org.commonwright.workbench.machines.heightmap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.heightmap.HeightMap;
import org.commonwright.machine.heightmap.HeightMapFile;
import org.commonwright.machine.heightmap.ProbeDepths;
import org.commonwright.machine.heightmap.ProbeGrid;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.TypedNumber;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The page *Height map* of a machine: the grid, the probing, the map as a picture or a table, and taking it into the program.
public final class HeightMapPane {
    private static final List<String> PATTERNS = List.of("*" + HeightMapFile.ENDING, "*.json");
    private static final String SECTION = "heightmap";

    private final HeightMapViewModel model;
    private final Controls controls;
    private final Dialogs dialogs;
    private final SettingsFile settings;
    private final Notices notices;
    private final List<TextField> fields = new ArrayList<>();
    private final TextField step;
    private final TextField safe;
    private final TextField lowest;
    private final TextField feed;
    private final HeightMapPicture picture;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final Label facts = new Label();
    private final BorderPane pane = new BorderPane();

    /// One point of the grid.
    record Row(double x, double y, double z) {}

    /// @param off while nothing may be asked: the machine is taken, or gone
    public HeightMapPane(HeightMapViewModel model, Controls controls, Dialogs dialogs, SettingsFile settings,
            Notices notices, ObservableValue<Boolean> off) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        this.settings = settings;
        this.notices = notices;
        this.picture = new HeightMapPicture(controls);
        var form = new GridPane(8, 8);
        step = field(form, "heightmap.step", "step", "10");
        safe = field(form, "heightmap.safe", "safe", "5");
        lowest = field(form, "heightmap.lowest", "lowest", "-2");
        feed = field(form, "heightmap.feed", "feed", "60");
        facts.setWrapText(true);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        var side = new VBox(12, form, buttons(off), facts, controls.hint("heightmap.hint"));
        side.getStyleClass().add("padded");
        var scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.setMinWidth(280);
        scroll.setPrefWidth(300);
        scroll.getStyleClass().add("edge-to-edge");
        pane.setLeft(scroll);
        pane.setCenter(shown(off));
        model.map().subscribe(_ -> refresh());
        model.applied().subscribe(_ -> refresh());
        controls.texts().messages().subscribe(_ -> refresh());
    }

    public Node node() {
        return pane;
    }

    private TextField field(GridPane form, String key, String id, String usual) {
        TextField field = controls.field(key);
        JsonNode kept = settings.section(SECTION).path(id);
        field.setText(kept.asText(usual));
        field.setPrefColumnCount(6);
        field.getStyleClass().add("mono");
        Label name = controls.label(key);
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(field);
        form.addRow(fields.size(), name, field);
        fields.add(field);
        return field;
    }

    private Node buttons(ObservableValue<Boolean> off) {
        ObservableValue<Boolean> noProgram = model.bench().program().map(_ -> false).orElse(true);
        Button probe = controls.button("heightmap.probe", this::probe);
        probe.setGraphic(Icons.of(MaterialDesignT.TARGET));
        probe.getStyleClass().add("accent");
        probe.disableProperty().bind(either(off, noProgram));
        Button rest = controls.button("heightmap.go-on", this::goOn);
        ObservableValue<Boolean> whole = model.map().map(named -> named.map().isComplete()).orElse(true);
        rest.disableProperty().bind(either(off, whole));
        Button cancel = controls.button("heightmap.cancel", model::cancel);
        cancel.setGraphic(Icons.of(MaterialDesignS.STOP));
        cancel.disableProperty().bind(model.probing().map(now -> !now));
        return new FlowPane(8, 8, controls.explained(probe, controls.texts().of("heightmap.probe-needs")), cancel,
                controls.explained(rest, controls.texts().of("heightmap.go-on-needs")));
    }

    private FlowPane uses(ObservableValue<Boolean> off) {
        ObservableValue<Boolean> noProgram = model.bench().program().map(_ -> false).orElse(true);
        ObservableValue<Boolean> noMap = model.map().map(_ -> false).orElse(true);
        Button open = controls.button("heightmap.open", this::open);
        open.disableProperty().bind(model.probing());
        Button save = controls.button("heightmap.save", this::save);
        save.disableProperty().bind(noMap);
        Button apply = controls.button("heightmap.apply", model::apply);
        ObservableValue<Boolean> applied = model.applied().map(_ -> true).orElse(false);
        apply.disableProperty().bind(either(either(off, noProgram), either(model.map()
                .map(named -> !named.map().isComplete()).orElse(true), applied)));
        Button undo = controls.button("heightmap.undo", model::undo);
        undo.disableProperty().bind(either(off, model.applied().map(_ -> false).orElse(true)));
        return new FlowPane(8, 8, controls.explained(apply, controls.texts().of("heightmap.apply-needs")),
                controls.explained(undo, controls.texts().of("heightmap.undo-needs")), open, save);
    }

    private static ObservableValue<Boolean> either(ObservableValue<Boolean> a, ObservableValue<Boolean> b) {
        return Bindings.createBooleanBinding(() -> a.getValue() || b.getValue(), a, b);
    }

    private Node shown(ObservableValue<Boolean> off) {
        var table = new DataTable<>("heightmap", "heightmap.title", controls, settings, rows, columns(),
                EmptyState.of(controls, MaterialDesignT.TARGET, "heightmap.none", "heightmap.none-hint"));
        var asTable = new ToggleButton();
        asTable.textProperty().bind(controls.texts().of("heightmap.as-table"));
        var empty = EmptyState.of(controls, MaterialDesignT.TARGET, "heightmap.none", "heightmap.none-hint");
        empty.visibleProperty().bind(model.map().map(_ -> false).orElse(true));
        var map = new StackPane(picture.node(), empty);
        map.visibleProperty().bind(asTable.selectedProperty().not());
        table.node().visibleProperty().bind(asTable.selectedProperty());
        var both = new StackPane(map, table.node());
        both.setMinSize(0, 0);
        FlowPane head = uses(off);
        head.getChildren().add(asTable);
        var box = new BorderPane(both);
        box.setTop(head);
        box.getStyleClass().add("padded");
        controls.name(picture.node(), controls.texts().of("heightmap.title"));
        return box;
    }

    private List<Column<Row>> columns() {
        return List.of(
                Column.number("x", "heightmap.column-x", Row::x, (row, f) -> f.number(row.x(), 3)),
                Column.number("y", "heightmap.column-y", Row::y, (row, f) -> f.number(row.y(), 3)),
                Column.number("z", "heightmap.column-z", row -> Double.isNaN(row.z()) ? null : row.z(),
                        (row, f) -> f.number(row.z(), 3)));
    }

    private void refresh() {
        HeightMapViewModel.Named named = model.map().get();
        HeightMap map = named == null ? null : named.map();
        picture.show(map);
        if (map == null) {
            rows.clear();
            facts.setText("");
            return;
        }
        ProbeGrid grid = map.grid();
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < grid.size(); i++) {
            all.add(new Row(grid.x(i), grid.y(i), map.at(i)));
        }
        rows.setAll(all);
        Formats f = controls.texts().formats().get();
        String text = map.known() == 0
                ? controls.texts().now("heightmap.says-begun", grid.size())
                : controls.texts().now("heightmap.says-map", map.known(), grid.size(), grid.columns(), grid.rows(),
                        f.number(map.lowest(), 3), f.number(map.highest(), 3),
                        f.number(map.highest() - map.lowest(), 3));
        HeightMapViewModel.Applied applied = model.applied().get();
        facts.setText(applied == null
                ? text
                : text + "\n" + controls.texts().now("heightmap.says-applied", applied.original().name(),
                        applied.levelled().changed(), f.number(applied.levelled().least(), 3),
                        f.number(applied.levelled().most(), 3)));
    }

    private void probe() {
        try {
            ProbeDepths depths = depths();
            ProbeGrid grid = model.grid(number(step));
            remember();
            Formats f = controls.texts().formats().get();
            if (dialogs.confirm(Messages.Key.of("heightmap.ask-probe", grid.size(), f.number(grid.minX(), 1),
                    f.number(grid.minY(), 1), f.number(grid.maxX(), 1), f.number(grid.maxY(), 1),
                    f.number(depths.safe(), 1), f.number(depths.lowest(), 1)),
                    Messages.Key.of("heightmap.probe"))) {
                model.probe(grid, depths);
            }
        } catch (Fault fault) {
            notices.fault(fault);
        }
    }

    private void goOn() {
        try {
            ProbeDepths depths = depths();
            if (dialogs.confirm(Messages.Key.of("heightmap.ask-go-on"), Messages.Key.of("heightmap.go-on"))) {
                model.goOn(depths);
            }
        } catch (Fault fault) {
            notices.fault(fault);
        }
    }

    private ProbeDepths depths() {
        return new ProbeDepths(number(safe), number(lowest), number(feed));
    }

    /// @throws Fault `heightmap.bad-number`
    private static double number(TextField field) {
        return TypedNumber.read(field.getText())
                .orElseThrow(() -> new Fault("heightmap.bad-number", field.getText()));
    }

    private void remember() {
        ObjectNode kept = SettingsFile.object();
        kept.put("step", step.getText()).put("safe", safe.getText()).put("lowest", lowest.getText()).put("feed",
                feed.getText());
        settings.put(SECTION, kept);
    }

    /// Opens a map from a file.
    public void open(Path file) {
        model.open(file);
    }

    private void open() {
        dialogs.openFile(Messages.Key.of("heightmap.open"), PATTERNS).ifPresent(model::open);
    }

    private void save() {
        HeightMapViewModel.Named named = model.map().get();
        if (named != null) {
            dialogs.saveFile(Messages.Key.of("heightmap.save"), named.name()).ifPresent(model::save);
        }
    }
}
