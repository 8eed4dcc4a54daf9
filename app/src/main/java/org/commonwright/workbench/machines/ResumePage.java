package org.commonwright.workbench.machines;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.error.Problem;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.machine.journal.ResumeState;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.trial.Trial;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.Facts;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Texts;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// One run that was cut off: the last certain line, what the machine was set to, the lines that a resume would send first, which
/// a person may change, try on a virtual machine, send, keep as a file, or refuse.
final class ResumePage {
    private static final javafx.util.Duration PAUSE = javafx.util.Duration.millis(400);
    private static final int MOST_FINDINGS = 4;

    private final ResumeViewModel model;
    private final Controls controls;
    private final Texts texts;
    private final ResumeDecisions decisions;
    private final TextArea lines = new TextArea();
    private final VBox state = new VBox(8);
    private final VBox notes = new VBox(4);
    private final VBox findings = new VBox(4);
    private final VBox trial = new VBox(4);
    private final VBox editing = new VBox(8);
    private final Spinner<Integer> from;
    private final SplitPane split = new SplitPane();
    private final PauseTransition typed = new PauseTransition(PAUSE);
    private boolean filling;

    /// @param quiet runs drawing
    ResumePage(ResumeViewModel model, Controls controls, Tasks quiet, ResumeDecisions decisions) {
        this.model = model;
        this.controls = controls;
        this.texts = controls.texts();
        this.decisions = decisions;
        from = new Spinner<>(1, Math.max(1, model.latest()), Math.max(1, model.latest()));
        from.setEditable(true);
        controls.name(from.getEditor(), texts.of("resume.from"));
        from.getStyleClass().add("resume-from");
        from.valueProperty().subscribe((_, now) -> {
            if (now != null && !filling) {
                model.from(now);
            }
        });
        lines.getStyleClass().add("mono");
        lines.setPrefRowCount(10);
        controls.name(lines, texts.of("machines.resume-lines"));
        typed.setOnFinished(_ -> model.lines(lines.getText().lines().toList()));
        lines.textProperty().subscribe((_, _) -> {
            if (!filling) {
                typed.playFromStart();
            }
        });
        model.choice().subscribe(this::choice);
        model.findings().addListener((ListChangeListener<Problem>) _ -> findings());
        model.tried().subscribe(_ -> tried());
        split.getItems().addAll(words(), path(quiet));
        split.setDividerPositions(0.42);
        model.open();
    }

    Node node() {
        return split;
    }

    private Node path(Tasks quiet) {
        return new LoadedPane<>(controls, model.opened().state(), () -> EmptyState.of(controls,
                MaterialDesignP.PRINTER_3D_NOZZLE_OUTLINE, "resume.no-path", "resume.no-path-hint"),
                opened -> new ResumePath(model, opened, controls, quiet).node(), model::open).node();
    }

    private Node words() {
        var report = model.report();
        var done = controls.label(texts.of(UnfinishedWords.facts(report)), "strong");
        done.setWrapText(true);
        var chooser = new HBox(8, controls.label("resume.from"), from,
                controls.hint("resume.of", report.head().lines()));
        chooser.setAlignment(Pos.CENTER_LEFT);
        editing.getChildren().setAll(heading("resume.state-title"), state, heading("resume.lines-title"),
                controls.hint("machines.resume-lines"), lines);
        editing.managedProperty().bind(editing.visibleProperty());
        var box = new VBox(12, done, chooser, notes, editing);
        box.getStyleClass().add("page");
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        var foot = new VBox(8, findings, trial, buttons());
        foot.getStyleClass().addAll("pane-foot", "padded");
        var pane = new BorderPane(scroll);
        pane.setBottom(foot);
        return pane;
    }

    private Label heading(String key) {
        return controls.label(texts.of(key), "subheading");
    }

    private Node buttons() {
        ObservableValue<Boolean> none = model.choice().map(c -> c.plan().refusal().isPresent()).orElse(true);
        Button simulate = controls.button("resume.simulate", model::simulate);
        simulate.setGraphic(Icons.of(MaterialDesignT.TEST_TUBE));
        simulate.disableProperty().bind(none.flatMap(no -> model.busy().map(busy -> busy || no)));
        Button go = controls.button("machines.resume-go", () -> decisions.resume(model.report(), plan()));
        go.setGraphic(Icons.of(MaterialDesignP.PLAY));
        go.getStyleClass().add("accent");
        go.disableProperty().bind(Bindings.createBooleanBinding(
                () -> Boolean.TRUE.equals(none.getValue()) || model.isRefused(), none, model.findings()));
        Button keep = controls.button("resume.keep", () -> decisions.keep(model.report(), plan()));
        keep.disableProperty().bind(none);
        Button scrap = controls.button("machines.scrap", () -> decisions.scrap(model.report()));
        return new FlowPane(8, 8, simulate, controls.explained(go, texts.of("resume.go-needs")), keep, scrap);
    }

    /// What stands in the field now, also when it was typed a moment ago.
    private ResumePlan plan() {
        typed.stop();
        model.lines(lines.getText().lines().toList());
        return model.plan();
    }

    private void choice(ResumeViewModel.Choice now) {
        if (now == null) {
            return;
        }
        filling = true;
        from.getValueFactory().setValue(Math.min(now.from(), model.latest()));
        lines.setText(String.join("\n", now.plan().lines()));
        filling = false;
        notes.getChildren().setAll(now.plan().refusal().map(p -> List.<Node>of(sentence(p, "danger")))
                .orElseGet(() -> now.plan().notes().stream().<Node>map(p -> sentence(p, "warning")).toList()));
        state.getChildren().setAll(now.state().map(this::facts).map(List::of).orElseGet(List::of));
        editing.setVisible(now.plan().refusal().isEmpty());
    }

    private Node facts(ResumeState now) {
        var facts = new Facts(controls);
        now.facts().forEach(fact -> facts.add(fact.name().key(), texts.of(fact.value())));
        return facts.node();
    }

    private void findings() {
        findings.getChildren().clear();
        model.findings().stream().filter(p -> p.severity() != Problem.Severity.NOTE).limit(MOST_FINDINGS)
                .forEach(p -> findings.getChildren()
                        .add(sentence(p, p.severity() == Problem.Severity.ERROR ? "danger" : "warning")));
        findings.setManaged(!findings.getChildren().isEmpty());
    }

    private void tried() {
        trial.getChildren().clear();
        trial.setManaged(model.tried().get() != null);
        Optional.ofNullable(model.tried().get()).map(ResumeViewModel.Tried::trial).ifPresent(this::tell);
    }

    private void tell(Trial done) {
        RunOutcome outcome = done.outcome();
        trial.getChildren().add(wrapped(outcome.isCompleted()
                ? texts.of("resume.says-trial-completed", outcome.progress().lines())
                : texts.of("resume.says-trial-failed", outcome.progress().executed(), outcome.progress().lines()),
                outcome.isCompleted() ? "success" : "danger"));
        if (outcome.end() instanceof RunOutcome.Failed(Problem reason)) {
            trial.getChildren().add(sentence(reason, "danger"));
        }
        Position end = done.end().work();
        if (end != null) {
            trial.getChildren().add(wrapped(texts.messages().flatMap(m -> texts.formats().map(f -> m.get(
                    "resume.says-end", f.number(end.x(), 2), f.number(end.y(), 2), f.number(end.z(), 2),
                    f.duration(Duration.ofMillis((long) (done.estimate().seconds() * 1000)))))), "hint"));
        }
    }

    private Label sentence(Problem problem, String style) {
        return wrapped(texts.of(problem), style);
    }

    private Label wrapped(ObservableValue<String> words, String style) {
        Label label = controls.label(words, style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
