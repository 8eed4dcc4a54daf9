package org.commonwright.workbench.machines.runs;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.history.Check;
import org.commonwright.machine.history.Energy;
import org.commonwright.machine.history.RunRecord;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.Facts;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Texts;
import org.commonwright.workbench.text.TypedNumber;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// One run: what it was, what it took, what was said, and what a person found.
public final class RunPage {
    private static final int CENTI = 100;

    private final HistoryViewModel model;
    private final RunRecord run;
    private final Controls controls;
    private final Texts texts;
    private final SplitPane split = new SplitPane();

    public RunPage(HistoryViewModel model, RunRecord run, Controls controls) {
        this.model = model;
        this.run = run;
        this.controls = controls;
        this.texts = controls.texts();
        var box = new VBox(16, facts(), check(), meter());
        box.getStyleClass().add("page");
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        split.getItems().addAll(scroll, new LoadedPane<>(controls, model.traffic().state(), this::silent, this::said,
                () -> model.look(run)).node());
        split.setDividerPositions(0.45);
        model.look(run);
    }

    public Node node() {
        return split;
    }

    private Node silent() {
        return EmptyState.of(controls, MaterialDesignM.MESSAGE_TEXT_OUTLINE, "history.silent", "history.silent-hint");
    }

    private Node said(List<String> lines) {
        if (lines.isEmpty()) {
            return silent();
        }
        var list = new ListView<>(FXCollections.observableList(lines));
        list.getStyleClass().addAll("mono", "dense", "edge-to-edge");
        controls.name(list, texts.of("history.traffic"));
        return list;
    }

    private Node facts() {
        var facts = new Facts(controls).add("history.program", run.program()).add("history.machine", run.machine())
                .add("history.firmware", run.firmware())
                .add("history.started", formatted(f -> f.dateTime(run.started(), ZoneId.systemDefault())))
                .add("history.outcome", texts.messages().map(_ -> RunWords.outcome(texts, run.outcome())))
                .add("history.lines", texts.of("history.lines-of", run.executed(), run.lines()))
                .add("history.took", formatted(f -> RunWords.duration(f, run.seconds())))
                .add("history.estimate", formatted(f -> RunWords.duration(f, run.estimate())));
        run.reason().ifPresent(why -> facts.add("history.reason", sentence(why)));
        if (run.material().length() > 0) {
            facts.add("history.material", formatted(f -> texts.now("history.material-of",
                    f.number(run.material().length() / 1000, 2), f.number(run.material().volume() / 1000, 2),
                    f.number(run.material().grams(), 1))));
        }
        if (run.energy().how() != Energy.How.UNKNOWN) {
            facts.add("history.energy-used", formatted(f -> texts.now(
                    run.energy().how() == Energy.How.METER ? "history.from-meter" : "history.from-model",
                    f.number(run.energy().wattHours(), 1))));
        }
        run.gap().ifPresent(why -> facts.add("history.gap", sentence(why)));
        facts.add("history.hash", run.hash().substring(0, Math.min(12, run.hash().length())));
        facts.add("history.files", model.files(run).toString());
        return facts.node();
    }

    private ObservableValue<String> sentence(Messages.Key key) {
        return texts.messages().map(m -> m.get(key.key(), key.arguments()));
    }

    private ObservableValue<String> formatted(Function<Formats, String> how) {
        return texts.formats().map(how);
    }

    private Node check() {
        TextField note = controls.field("history.note");
        note.setText(run.check().note());
        Button good = controls.button("history.mark-good",
                () -> model.check(run, new Check(Check.Verdict.GOOD, note.getText())));
        Button scrap = controls.button("history.mark-scrap",
                () -> model.check(run, new Check(Check.Verdict.SCRAP, note.getText())));
        Button only = controls.button("history.keep-note",
                () -> model.check(run, new Check(run.check().verdict(), note.getText())));
        return new VBox(8, controls.label(texts.of("history.your-check"), "subheading"), note,
                new FlowPane(8, 8, good, scrap, only));
    }

    private Node meter() {
        TextField shown = controls.field("history.meter-shows");
        shown.setPrefColumnCount(10);
        Button keep = controls.button("history.keep-meter", () -> TypedNumber.notNegative(shown.getText())
                .ifPresent(typed -> model.meter(run, Math.round(typed * CENTI) / (double) CENTI)));
        keep.disableProperty().bind(shown.textProperty().map(typed -> TypedNumber.notNegative(typed).isEmpty()));
        var row = new HBox(8, shown, controls.explained(keep, texts.of("history.meter-needs")));
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, controls.label(texts.of("history.meter"), "subheading"), row);
    }
}
