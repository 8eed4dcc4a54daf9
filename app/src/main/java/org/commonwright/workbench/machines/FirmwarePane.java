package org.commonwright.workbench.machines;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.firmware.FirmwareSetting;
import org.commonwright.machine.firmware.SettingMeaning;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The settings of a machine's firmware: a table to read and change, a backup to keep, to compare with, to put back.
final class FirmwarePane {
    private static final List<String> PATTERNS = List.of("*.settings");

    private final FirmwareViewModel model;
    private final ObservableValue<Boolean> moves;
    private final Controls controls;
    private final Dialogs dialogs;
    private final BorderPane pane = new BorderPane();
    private boolean inSight;

    /// @param off while nothing may be asked: a program runs, or the machine is gone
    /// @param moves while the machine does not stand still, so that it is not asked of one's own accord
    FirmwarePane(FirmwareViewModel model, Controls controls, Dialogs dialogs, SettingsFile settings,
            ObservableValue<Boolean> off, ObservableValue<Boolean> moves) {
        this.moves = moves;
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        var table = new DataTable<>("firmware", "machines.settings", controls, settings, model.rows(), columns(),
                EmptyState.of(controls, MaterialDesignT.TUNE, "machines.settings-none", "machines.settings-none-hint"));
        ObservableValue<Boolean> nothing = model.settings().map(_ -> false).orElse(true);
        Button again = controls.button("machines.settings-read", model::read);
        again.disableProperty().bind(off);
        Button save = controls.button("machines.settings-save", this::save);
        save.disableProperty().bind(nothing);
        Button compare = controls.button("machines.settings-compare", this::compare);
        compare.disableProperty().bind(nothing);
        Button restore = controls.button("machines.settings-restore", this::restore);
        restore.disableProperty().bind(Bindings.createBooleanBinding(
                () -> off.getValue() || model.toRestore().isEmpty(), off, model.backup(), model.settings()));
        var compared = controls.label(Bindings.createStringBinding(this::compared, model.backup(), model.settings(),
                controls.texts().messages()), "hint");
        compared.setWrapText(true);
        compared.managedProperty().bind(compared.textProperty().isNotEmpty());
        var buttons = new FlowPane(8, 8, again, save, compare, controls.explained(restore,
                controls.texts().of("machines.settings-restore-needs")));
        buttons.getStyleClass().add("padded");
        pane.setTop(buttons);
        pane.setCenter(table.node());
        pane.setBottom(compared);
        compared.getStyleClass().add("padded");
        moves.subscribe(this::ask);
    }

    Node node() {
        return pane;
    }

    /// Asks the machine the first time that the page is in sight while it stands still.
    void inSight(boolean now) {
        inSight = now;
        ask();
    }

    private void ask() {
        if (inSight && !moves.getValue() && model.settings().get() == null && !model.reading()) {
            model.read();
        }
    }

    private List<Column<FirmwareViewModel.Row>> columns() {
        List<Column<FirmwareViewModel.Row>> columns = new ArrayList<>();
        columns.add(Column.words("key", "machines.settings-key", FirmwareViewModel.Row::key));
        columns.add(
                Column.words("value", "machines.settings-value", FirmwareViewModel.Row::value).editable(this::edited));
        columns.add(Column.words("backup", "machines.settings-backup", row -> row.differs() ? row.other() : ""));
        columns.add(Column.words("meaning", "machines.settings-meaning", this::meaning).width(360));
        return columns;
    }

    private String meaning(FirmwareViewModel.Row row) {
        return SettingMeaning.of(row.key())
                .map(key -> controls.texts().now(key)).orElseGet(() -> model.ownName(row.key()));
    }

    private void edited(FirmwareViewModel.Row row, String value) {
        String typed = value.strip();
        if (!typed.equals(row.value()) && !row.value().isEmpty()) {
            write(List.of(new FirmwareSetting(row.key(), typed)));
        }
    }

    private void write(List<FirmwareSetting> wanted) {
        String first = wanted.getFirst().line();
        boolean startup = wanted.getFirst().key().startsWith("$N") && wanted.size() == 1;
        if (startup && dialogs.confirm(Messages.Key.of("grbl.ask-startup", first), Messages.Key.of("grbl.store"))) {
            model.write(wanted);
        } else if (!startup && dialogs.confirm(Messages.Key.of("machines.settings-ask", wanted.size(), first),
                Messages.Key.of("machines.settings-write"))) {
            model.write(wanted);
        }
    }

    private void save() {
        dialogs.saveFile(Messages.Key.of("machines.settings-save"), "firmware.settings").ifPresent(model::save);
    }

    private void compare() {
        dialogs.openFile(Messages.Key.of("machines.settings-compare"), PATTERNS).ifPresent(model::compare);
    }

    private void restore() {
        List<FirmwareSetting> wanted = model.toRestore();
        if (!wanted.isEmpty()) {
            write(wanted);
        }
    }

    private String compared() {
        FirmwareViewModel.Backup kept = model.backup().get();
        if (kept == null) {
            return "";
        }
        if (model.isForeign()) {
            return controls.texts().now("machines.settings-foreign", kept.name(), kept.settings().firmware());
        }
        long differ = model.rows().stream().filter(FirmwareViewModel.Row::differs).count();
        return differ == 0
                ? controls.texts().now("machine.says-settings-same", kept.name())
                : controls.texts().now("machines.settings-differ", differ, kept.name());
    }
}
