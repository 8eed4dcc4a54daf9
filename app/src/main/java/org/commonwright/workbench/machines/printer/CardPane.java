package org.commonwright.workbench.machines.printer;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.printer.CardFile;
import org.commonwright.machine.protocol.CardProgress;
import org.commonwright.machine.protocol.PrinterState;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The printer's card: its files, printing from it, writing to it.
final class CardPane {
    private static final List<String> PATTERNS = List.of("*.gcode", "*.gco", "*.g", "*.nc");

    private final CardViewModel model;
    private final Controls controls;
    private final Dialogs dialogs;
    private final DataTable<CardFile> table;
    private final BorderPane pane = new BorderPane();
    private boolean read;

    /// @param state what it prints
    /// @param off while the machine runs a program or is gone
    CardPane(CardViewModel model, ObservableValue<PrinterState> state, Controls controls, Dialogs dialogs,
            SettingsFile settings, ObservableValue<Boolean> off) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        this.table = new DataTable<>("card", "printer.card", controls, settings, model.files(), columns(),
                EmptyState.of(controls, MaterialDesignS.SD, "printer.card-none", "printer.card-none-hint"));
        ObservableValue<Boolean> prints = state.map(s -> s.card() != null);
        ObservableValue<Boolean> taken = Bindings.createBooleanBinding(
                () -> off.getValue() || model.working().get() || prints.getValue(), off, model.working(), prints);
        var buttons = new FlowPane(8, 8, free(controls.button("printer.card-read", model::read), taken),
                free(controls.button("printer.card-print", () -> chosen(this::print)), taken),
                free(controls.button("printer.card-upload", this::upload), taken),
                free(controls.button("printer.card-delete", () -> chosen(this::delete)), taken));
        buttons.getStyleClass().add("padded");
        pane.setTop(buttons);
        pane.setCenter(table.node());
        pane.setBottom(progress(state));
    }

    Node node() {
        return pane;
    }

    /// Asks the printer the first time that the page comes into sight.
    void shown() {
        if (!read) {
            read = true;
            model.read();
        }
    }

    private Node free(Button button, ObservableValue<Boolean> taken) {
        button.disableProperty().bind(taken);
        return controls.explained(button, controls.texts().of("printer.not-now"));
    }

    private Node progress(ObservableValue<PrinterState> state) {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("program-progress");
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.progressProperty().bind(state.map(s -> s.card() == null ? 0 : s.card().fraction()));
        var words = controls.label(controls.texts().of(state.map(CardPane::words)), "strong");
        Button pause = controls.button("printer.card-pause", model::pause);
        Button resume = controls.button("printer.card-resume", model::resume);
        Button abort = controls.button("printer.card-abort", model::abort);
        ObservableValue<Boolean> paused = state.map(s -> s.card() != null && s.card().paused());
        pause.visibleProperty().bind(paused.map(p -> !p));
        pause.managedProperty().bind(pause.visibleProperty());
        resume.visibleProperty().bind(paused);
        resume.managedProperty().bind(resume.visibleProperty());
        var row = new HBox(8, bar, pause, resume, abort);
        row.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(8, words, row);
        box.getStyleClass().add("pane-foot");
        box.visibleProperty().bind(state.map(s -> s.card() != null));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static Messages.Key words(PrinterState state) {
        CardProgress card = state.card();
        return card == null
                ? Messages.Key.of("printer.says-prints-nothing")
                : Messages.Key.of(card.paused() ? "printer.card-paused" : "printer.card-printing",
                        Math.round(card.fraction() * 100));
    }

    private List<Column<CardFile>> columns() {
        return List.of(Column.words("title", "printer.card-title", CardFile::title).width(280),
                Column.words("name", "printer.card-name", CardFile::name),
                Column.number("size", "printer.card-size", file -> file.size() < 0 ? null : file.size(),
                        (file, formats) -> formats.bytes(file.size())));
    }

    private void chosen(Consumer<CardFile> then) {
        CardFile file = table.view().getSelectionModel().getSelectedItem();
        if (file != null) {
            then.accept(file);
        }
    }

    private void print(CardFile file) {
        if (dialogs.confirm(Messages.Key.of("printer.ask-card-print", file.title()),
                Messages.Key.of("printer.card-print"))) {
            model.print(file);
        }
    }

    private void delete(CardFile file) {
        if (dialogs.confirm(Messages.Key.of("printer.ask-card-delete", file.title()),
                Messages.Key.of("printer.card-delete"))) {
            model.delete(file);
        }
    }

    private void upload() {
        dialogs.openFile(Messages.Key.of("printer.card-upload"), PATTERNS).ifPresent(file -> {
            String name = model.nameFor(file);
            boolean there = model.files().stream().anyMatch(f -> f.name().equalsIgnoreCase(name));
            if (!there || dialogs.confirm(Messages.Key.of("printer.ask-card-replace", name),
                    Messages.Key.of("printer.card-replace"))) {
                model.upload(file, name);
            }
        });
    }
}
