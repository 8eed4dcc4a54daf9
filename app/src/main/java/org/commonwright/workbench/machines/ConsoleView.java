package org.commonwright.workbench.machines;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.firmware.KnownCommands;
import org.commonwright.machine.grbl.GrblCode;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What was said both ways, and a field for a line of one's own: Up and Down bring earlier lines back, Tab completes a command
/// that the firmware knows and whose meaning stands beside it.
final class ConsoleView {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final int OFFERED = 4;

    private final MachineViewModel model;
    private final String dialect;
    private final Controls controls;
    private final Dialogs dialogs;
    private final FilteredList<ConsoleLine> shown;
    private final TailList<ConsoleLine> list;
    private final TextField field;
    private final TextField search;
    private final ToggleButton reports = new ToggleButton();
    private final ToggleButton times = new ToggleButton();
    private final Label offers = new Label();
    private final ConsoleHistory history;
    private final VBox box;

    ConsoleView(MachineViewModel model, Controls controls, Dialogs dialogs, SettingsFile settings) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        this.dialect = model.session().info().dialect();
        this.history = new ConsoleHistory(settings, dialect);
        shown = new FilteredList<>(model.console());
        list = new TailList<>(shown);
        list.getStyleClass().addAll("mono", "dense");
        list.setMinHeight(40);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new Line());
        list.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (COPY.match(key)) {
                copy();
                key.consume();
            }
        });
        controls.name(list, controls.texts().of("machines.console"));
        VBox.setVgrow(list, Priority.ALWAYS);
        search = controls.field("console.search");
        search.setPrefColumnCount(14);
        field = controls.field("machines.console-prompt");
        field.getStyleClass().add("mono");
        field.setOnAction(_ -> send());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.textProperty().subscribe(this::offer);
        offers.getStyleClass().add("hint");
        offers.managedProperty().bind(offers.textProperty().isNotEmpty());
        reports.textProperty().bind(controls.texts().of("console.reports"));
        times.textProperty().bind(controls.texts().of("console.times"));
        reports.selectedProperty().subscribe(this::filter);
        times.selectedProperty().subscribe(list::refresh);
        search.textProperty().subscribe(this::filter);
        filter();
        box = new VBox(8, head(), list, offers, field);
    }

    private Node head() {
        var copy = controls.iconButton(MaterialDesignC.CONTENT_COPY, "console.copy", this::copy);
        var save = controls.iconButton(MaterialDesignC.CONTENT_SAVE_OUTLINE, "console.save", this::save);
        copy.disableProperty().bind(Bindings.isEmpty(shown));
        save.disableProperty().bind(Bindings.isEmpty(shown));
        var head = new HBox(8, controls.label(controls.texts().of("machines.console"), "subheading"), Controls.spring(),
                search, reports, times, copy, save);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    Node node() {
        return box;
    }

    private final class Line extends ListCell<ConsoleLine> {
        @Override
        protected void updateItem(ConsoleLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : text(line, times.isSelected()));
        }
    }

    private String text(ConsoleLine line, boolean withTime) {
        return withTime ? clock(line.at()) + " " + explained(line) : explained(line);
    }

    /// The line, with what a bare number in it means.
    private String explained(ConsoleLine line) {
        Optional<Messages.Key> why = line.way() == ConsoleLine.Way.FROM_MACHINE && dialect.equals("grbl")
                ? GrblCode.in(line.text(), model.session().info().firmware())
                : Optional.empty();
        return why.map(key -> controls.texts().now("console.explained", line.toString(), key)).orElse(line.toString());
    }

    private static String clock(Instant at) {
        return CLOCK.format(at.atZone(ZoneId.systemDefault()));
    }

    private void filter() {
        String wanted = search.getText().toLowerCase(Locale.ROOT);
        boolean all = reports.isSelected();
        shown.setPredicate(line -> (all || !line.isReport())
                && (wanted.isEmpty() || explained(line).toLowerCase(Locale.ROOT).contains(wanted)));
    }

    private void send() {
        String line = field.getText();
        if (!line.isBlank()) {
            model.command(line);
            history.add(line.strip());
            field.clear();
        }
    }

    private void pressed(KeyEvent key) {
        int step = key.getCode() == KeyCode.UP ? -1 : key.getCode() == KeyCode.DOWN ? 1 : 0;
        if (step != 0) {
            field.setText(history.walk(step));
            field.end();
            key.consume();
        } else if (key.getCode() == KeyCode.TAB && !key.isShiftDown() && complete()) {
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            key.consume();
        }
    }

    /// @return false when there is nothing to complete: then Tab goes on to the next control, as everywhere
    private boolean complete() {
        String typed = field.getText().strip();
        for (KnownCommands.Known known : KnownCommands.beginning(dialect, typed)) {
            if (!known.command().equalsIgnoreCase(typed)) {
                field.setText(known.command());
                field.end();
                return true;
            }
        }
        return false;
    }

    private void offer() {
        List<KnownCommands.Known> known = KnownCommands.beginning(dialect, field.getText());
        String all = known.stream().limit(OFFERED)
                .map(one -> one.command() + " " + controls.texts().now(one.meaning()))
                .collect(Collectors.joining(" · "));
        offers.setText(known.isEmpty() ? "" : controls.texts().now("console.complete", all));
    }

    private List<ConsoleLine> chosen() {
        List<ConsoleLine> selected = List.copyOf(list.getSelectionModel().getSelectedItems());
        return selected.isEmpty() ? List.copyOf(shown) : selected;
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(chosen().stream().map(line -> text(line, times.isSelected()))
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void save() {
        List<ConsoleLine> lines = List.copyOf(model.console());
        dialogs.saveFile(Messages.Key.of("console.save"), "machine-console.txt")
                .ifPresent((Path file) -> model.consoleFile().save(file,
                        lines.stream().map(line -> line.at() + " " + explained(line))
                                .collect(Collectors.joining("\n", "", "\n")),
                        lines.size()));
    }
}
