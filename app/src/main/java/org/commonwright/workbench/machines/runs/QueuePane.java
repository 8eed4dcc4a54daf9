package org.commonwright.workbench.machines.runs;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.preflight.Objections;
import org.commonwright.machine.queue.MachineQueue;
import org.commonwright.machine.queue.QueueItem;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What a machine is to make next: a table to add to and put in order, and one button that says that the plate is clear and
/// begins the next one.
public final class QueuePane {
    private static final List<String> PATTERNS = List.of("*.gcode", "*.nc", "*.ngc", "*.gco", "*.g", "*.tap");

    private final QueueViewModel model;
    private final Controls controls;
    private final Dialogs dialogs;
    private final DataTable<QueueItem> table;
    private final BorderPane pane = new BorderPane();

    /// @param off while nothing may be begun: a program runs, or the machine is gone
    public QueuePane(QueueViewModel model, Controls controls, Dialogs dialogs, SettingsFile settings,
            ObservableValue<Boolean> off) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        table = new DataTable<>("queue", "queue.title", controls, settings, model.items(), columns(),
                EmptyState.of(controls,
                        MaterialDesignP.PLAYLIST_PLUS, "queue.nothing", "queue.nothing-hint"));
        pane.setTop(state(off));
        edits();
        pane.setCenter(table.node());
    }

    public Node node() {
        return pane;
    }

    /// It may have been changed elsewhere meanwhile.
    public void shown() {
        model.refresh();
    }

    private static List<Column<QueueItem>> columnsOf(QueuePane pane) {
        return List.of(Column.words("program", "queue.program", QueueItem::program).width(260),
                Column.<QueueItem>number("copies", "queue.copies", QueueItem::copies,
                        (item, formats) -> formats.number(item.copies(), 0)).editable(pane::copies),
                Column.<QueueItem>number("done", "queue.done", QueueItem::done,
                        (item, formats) -> formats.number(item.done(), 0)),
                Column.<QueueItem>number("lines", "queue.lines", QueueItem::lines,
                        (item, formats) -> formats.number(item.lines(), 0)),
                Column.words("last", "queue.last", pane::last));
    }

    private List<Column<QueueItem>> columns() {
        return columnsOf(this);
    }

    private String last(QueueItem item) {
        MachineQueue queue = model.queue().get();
        boolean running = queue.running().filter(run -> run.item().equals(item.id())).isPresent();
        return RunWords.outcome(controls.texts(), running ? "running" : item.last());
    }

    private void copies(QueueItem item, String typed) {
        String text = typed.strip();
        if (text.matches("[0-9]{1,6}")) {
            model.copies(item.id(), Integer.parseInt(text));
        }
    }

    private Node state(ObservableValue<Boolean> off) {
        Label words = controls.label(Bindings.createStringBinding(this::words, model.queue(),
                controls.texts().messages()), "strong");
        words.setWrapText(true);
        Button next = controls.button("queue.next", this::next);
        next.setGraphic(Icons.of(MaterialDesignP.PLAY));
        next.getStyleClass().add("accent");
        next.disableProperty().bind(Bindings.createBooleanBinding(
                () -> Boolean.TRUE.equals(off.getValue()) || model.queue().get().next().isEmpty()
                        || model.queue().get().running().isPresent(),
                off, model.queue()));
        Button clear = controls.button("queue.clear", model::clearPlate);
        clear.disableProperty().bind(model.queue().map(q -> q.plateClear() || q.running().isPresent()));
        var pause = new ToggleButton();
        pause.textProperty().bind(controls.texts().of("queue.pause"));
        pause.setOnAction(_ -> model.pause(pause.isSelected()));
        model.queue().subscribe(q -> pause.setSelected(q.paused()));
        var buttons = new FlowPane(8, 8, controls.explained(next, controls.texts().of("queue.next-needs")), clear,
                pause);
        var box = new VBox(8, words, buttons);
        box.getStyleClass().add("padded");
        return box;
    }

    private String words() {
        MachineQueue queue = model.queue().get();
        Optional<QueueItem> next = queue.next();
        if (queue.running().isPresent()) {
            return controls.texts().now("queue.says-running");
        }
        if (next.isEmpty()) {
            return controls.texts().now("queue.nothing-hint");
        }
        return controls.texts().now(queue.plateClear() ? "queue.ready" : "queue.look", next.get().program());
    }

    private void edits() {
        ObservableValue<Boolean> none = table.selected().map(_ -> false).orElse(true);
        Button add = controls.button("queue.add",
                () -> dialogs.openFile(Messages.Key.of("queue.add"), PATTERNS)
                        .ifPresent(file -> model.add(List.of(file), 1)));
        Button up = controls.iconButton(MaterialDesignA.ARROW_UP, "queue.up", () -> move(-1));
        up.disableProperty().bind(none);
        Button down = controls.iconButton(MaterialDesignA.ARROW_DOWN, "queue.down", () -> move(1));
        down.disableProperty().bind(none);
        Button remove = controls.iconButton(MaterialDesignD.DELETE_OUTLINE, "queue.remove",
                () -> model.remove(table.selectedRows().stream().map(QueueItem::id).toList()));
        remove.disableProperty().bind(none);
        table.addToHead(add, up, down, remove);
    }

    private void move(int by) {
        QueueItem item = table.selected().get();
        if (item != null) {
            model.move(item.id(), by);
        }
    }

    private void next() {
        model.look(ready -> {
            if (dialogs.confirm(question(ready), Messages.Key.of("queue.next"))) {
                model.begin(ready);
            }
        });
    }

    /// The worst finding stands in the question: nobody should start past it unread.
    private Messages.Key question(QueueViewModel.Ready ready) {
        QueueItem item = ready.item();
        var against = Objections.of(ready.findings());
        return against.worst()
                .map(worst -> Messages.Key.of("queue.ask-next-anyway", item.program(), item.done() + 1, item.copies(),
                        against.count(), controls.texts().messages().get().get(worst)))
                .orElseGet(() -> Messages.Key.of("queue.ask-next", item.program(), item.done() + 1, item.copies()));
    }
}
