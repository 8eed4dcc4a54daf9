package org.commonwright.workbench.columns;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.bom.read.ColumnsPreview;
import org.commonwright.bom.read.ColumnsPreview.Seen;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The page on which a person says what the columns of a list mean, and sees how many lines are read so.
public final class ColumnsPane {
    /// More columns than anybody goes through; the command line reaches the others.
    private static final int MOST = 200;

    private static final double WIDEST = 960;

    private final ColumnsViewModel model;
    private final Controls controls;
    private final HeaderRowChooser header;
    private final CurrencyChooser currency;
    private final GridPane grid = new GridPane(16, 8);
    private final VBox page = new VBox(16);
    private final List<ColumnRow> rows = new ArrayList<>();
    private final BorderPane pane = new BorderPane();
    private List<String> shownHeaders = List.of();

    public ColumnsPane(ColumnsViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.header = new HeaderRowChooser(controls, model::headerRow);
        this.currency = new CurrencyChooser(controls, model::currency);
        var name = new ColumnConstraints();
        name.setMinWidth(120);
        name.setPrefWidth(200);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(80);
        var meaning = new ColumnConstraints();
        meaning.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(name, values, meaning);
        Label broken = controls.label(
                controls.texts().messages().flatMap(m -> model.broken().map(m::get)).orElse(""), "danger-text");
        broken.setId("columns-broken");
        folding(broken);
        page.getChildren().addAll(controls.hint("columns.hint"), broken, header.node(), currency.node(), grid);
        page.getStyleClass().add("padded");
        grid.setMaxWidth(WIDEST);
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        var loaded = new LoadedPane<>(controls, model.preview(), Region::new, _ -> scroll, model::again);
        model.preview().subscribe(this::show);
        pane.setCenter(loaded.node());
        pane.setBottom(foot());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public Node node() {
        return pane;
    }

    private void show(Loaded<ColumnsPreview> state) {
        if (!(state instanceof Loaded.Ready<ColumnsPreview>(ColumnsPreview preview))) {
            return;
        }
        ColumnMapping mapping = model.steps().get().mapping();
        header.show(preview, mapping.headerRow());
        currency.show(mapping.currency());
        List<String> headers = preview.columns().stream().map(Seen::header).limit(MOST).toList();
        if (!headers.equals(shownHeaders)) {
            shownHeaders = headers;
            build(headers, preview.columns().size());
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(preview.columns().get(i), mapping.of(headers.get(i)));
        }
    }

    private void build(List<String> headers, int all) {
        rows.clear();
        grid.getChildren().clear();
        if (!headers.isEmpty()) {
            grid.addRow(0, controls.label(controls.texts().of("columns.header"), "small-text", "hint"),
                    controls.label(controls.texts().of("columns.samples"), "small-text", "hint"),
                    controls.label(controls.texts().of("columns.means"), "small-text", "hint"));
        }
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            var row = new ColumnRow(controls, i, said -> {
                if (said == null) {
                    model.forget(header);
                } else {
                    model.say(header, said);
                }
            });
            rows.add(row);
            grid.addRow(i + 1, row.nodes().toArray(Node[]::new));
        }
        if (all > headers.size()) {
            grid.add(controls.hint("columns.more", all - headers.size()), 0, headers.size() + 1, 3, 1);
        }
    }

    private Node foot() {
        Label counts = controls.label(controls.texts().messages().flatMap(m -> model.preview().map(
                state -> state instanceof Loaded.Ready<ColumnsPreview>(ColumnsPreview p) ? counts(m, p) : "")));
        counts.setId("columns-counts");
        counts.setWrapText(true);
        counts.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(counts, Priority.ALWAYS);
        Button undo = controls.iconButton(MaterialDesignU.UNDO, "columns.undo", model::undo);
        undo.disableProperty().bind(model.steps().map(s -> !s.undo()));
        Button redo = controls.iconButton(MaterialDesignR.REDO, "columns.redo", model::redo);
        redo.disableProperty().bind(model.steps().map(s -> !s.redo()));
        Button reset = controls.button("columns.reset", model::reset);
        reset.setId("columns-reset");
        reset.disableProperty().bind(model.steps().map(s -> s.mapping().isEmpty()));
        Button save = controls.button("columns.save", model::save);
        save.setId("columns-save");
        save.setGraphic(Icons.of(MaterialDesignC.CONTENT_SAVE_OUTLINE));
        save.getStyleClass().add("accent");
        save.disableProperty().bind(model.steps().map(s -> !s.changed()));
        var row = new HBox(8, counts, undo, redo,
                controls.explained(reset, controls.texts().of("columns.reset-nothing")),
                controls.explained(save, controls.texts().of("columns.save-nothing")));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pane-foot");
        return row;
    }

    private static String counts(Messages messages, ColumnsPreview preview) {
        return preview.fault().map(messages::get)
                .orElseGet(() -> messages.get("columns.counts", preview.lines(), preview.aside()));
    }

    private static void folding(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private void pressed(KeyEvent key) {
        if (matches(KeyCode.Z, key)) {
            model.undo();
            key.consume();
        } else if (matches(KeyCode.Y, key)) {
            model.redo();
            key.consume();
        } else if (matches(KeyCode.S, key)) {
            if (model.steps().get().changed()) {
                model.save();
            }
            key.consume();
        }
    }

    private static boolean matches(KeyCode code, KeyEvent key) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN).match(key);
    }
}
