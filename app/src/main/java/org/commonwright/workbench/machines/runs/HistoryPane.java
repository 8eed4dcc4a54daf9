package org.commonwright.workbench.machines.runs;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.history.Check;
import org.commonwright.machine.history.Energy;
import org.commonwright.machine.history.PartSum;
import org.commonwright.machine.history.RunRecord;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// All runs in a table, and what each program's parts took.
public final class HistoryPane {
    private final HistoryViewModel model;
    private final Controls controls;
    private final Texts texts;
    private final Dialogs dialogs;
    private final BorderPane pane = new BorderPane();
    private final DataTable<RunRecord> table;

    /// @param open shows one run
    public HistoryPane(HistoryViewModel model, Controls controls, Dialogs dialogs, SettingsFile settings,
            Consumer<RunRecord> open) {
        this.model = model;
        this.controls = controls;
        this.texts = controls.texts();
        this.dialogs = dialogs;
        table = new DataTable<>("runs", "history.title", controls, settings, model.runs(), runs(),
                EmptyState.of(controls,
                        MaterialDesignH.HISTORY, "history.empty", "history.empty-hint"));
        table.onOpen(open);
        var parts = new DataTable<>("part-sums", "history.parts", controls, settings, model.parts(), parts(),
                EmptyState.of(controls, MaterialDesignH.HISTORY, "history.empty", "history.empty-hint"));
        var tabs = new TabPane(tab("history.title", table.node()), tab("history.parts", parts.node()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pane.setCenter(tabs);
        pane.setBottom(buttons(open));
        model.refresh();
    }

    public Node node() {
        return pane;
    }

    private Tab tab(String key, Node content) {
        var tab = new Tab();
        tab.textProperty().bind(texts.of(key));
        tab.setContent(content);
        return tab;
    }

    private List<Column<RunRecord>> runs() {
        return List.of(
                Column.<RunRecord>number("started", "history.started", run -> run.started().getEpochSecond(),
                        (run, f) -> f.dateTime(run.started(), ZoneId.systemDefault())).width(160),
                Column.words("machine", "history.machine", RunRecord::machine).width(124),
                Column.words("program", "history.program", RunRecord::program).width(150),
                Column.words("outcome", "history.outcome", (RunRecord run) -> RunWords.outcome(texts, run.outcome()))
                        .width(112),
                Column.<RunRecord>number("took", "history.took", run -> run.seconds() > 0 ? run.seconds() : null,
                        (run, f) -> RunWords.duration(f, run.seconds())),
                Column.<RunRecord>number("estimate", "history.estimate",
                        run -> run.estimate() > 0 ? run.estimate() : null,
                        (run, f) -> RunWords.duration(f, run.estimate())),
                Column.<RunRecord>number("grams", "history.grams",
                        run -> run.material().grams() > 0 ? run.material().grams() : null,
                        (run, f) -> f.number(run.material().grams(), 1)),
                Column.<RunRecord>number("energy", "history.energy",
                        run -> run.energy().how() == Energy.How.UNKNOWN ? null : run.energy().wattHours(),
                        (run, f) -> f.number(run.energy().wattHours(), 1)),
                Column.words("check", "history.checked",
                        (RunRecord run) -> RunWords.check(texts, run.check().verdict()))
                        .width(88),
                Column.words("note", "history.note", (RunRecord run) -> run.check().note()).editable(
                        (run, note) -> model.check(run, new Check(run.check().verdict(), note))));
    }

    private static List<Column<PartSum>> parts() {
        return List.of(Column.words("program", "history.program", PartSum::program).width(220),
                Column.<PartSum>number("good", "history.good-count", PartSum::good, (s, f) -> f.number(s.good(), 0)),
                Column.<PartSum>number("unchecked", "history.unchecked-count", PartSum::unchecked,
                        (s, f) -> f.number(s.unchecked(), 0)),
                Column.<PartSum>number("waste", "history.waste-count", PartSum::waste,
                        (s, f) -> f.number(s.waste(), 0)),
                Column.<PartSum>number("took", "history.took", PartSum::seconds,
                        (s, f) -> RunWords.duration(f, s.seconds())),
                amount("energy", "history.energy", s -> s.energy().total()),
                amount("energy-each", "history.energy-each", s -> s.energy().each()).width(136),
                amount("grams-each", "history.grams-each", s -> s.grams().each()).width(136),
                amount("wasted", "history.wasted", s -> s.wasted().total()).width(120));
    }

    private static Column<PartSum> amount(String id, String title, Function<PartSum, @Nullable Double> value) {
        return Column.number(id, title, value::apply,
                (sum, f) -> f.number(Objects.requireNonNull(value.apply(sum)), 1));
    }

    private Node buttons(Consumer<RunRecord> open) {
        ObservableValue<Boolean> none = table.selected().map(_ -> false).orElse(true);
        Button look = controls.button("history.look", () -> selected().ifPresent(open));
        Button good = controls.button("history.mark-good", () -> mark(Check.Verdict.GOOD));
        Button scrap = controls.button("history.mark-scrap", () -> mark(Check.Verdict.SCRAP));
        List.of(look, good, scrap).forEach(button -> button.disableProperty().bind(none));
        ObservableValue<String> why = texts.of("history.choose-first");
        Button export = controls.button("history.export",
                () -> dialogs.saveFile(Messages.Key.of("history.export"), "runs.csv").ifPresent(model::export));
        Button again = controls.button("history.refresh", model::refresh);
        var row = new FlowPane(8, 8, controls.explained(look, why), controls.explained(good, why),
                controls.explained(scrap, why), export, again);
        row.getStyleClass().add("padded");
        return row;
    }

    private Optional<RunRecord> selected() {
        return Optional.ofNullable(table.selected().get());
    }

    private void mark(Check.Verdict verdict) {
        for (RunRecord run : List.copyOf(table.selectedRows())) {
            model.check(run, new Check(verdict, run.check().note()));
        }
    }
}
