package org.commonwright.workbench.machines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.heightmap.LevelMark;
import org.commonwright.machine.preflight.Objections;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Texts;
import org.commonwright.workbench.theme.Icons;
import org.commonwright.workbench.toolpath.PathMemory;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The program of one machine: what it is, how long it takes, its toolpath with what is done, and how the last run ended.
final class ProgramView {
    private static final List<String> PATTERNS = List.of("*.gcode", "*.nc", "*.ngc", "*.gco", "*.g", "*.tap");

    /// The bar above the picture, the picture, and the slider below it, px.
    private static final double PATH_HEIGHT = 290;

    private final MachineViewModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final Consumer<List<Problem>> problems;
    private final LivePath toolpath;
    private final Label name = new Label();
    private final Label facts = new Label();
    private final Label level = new Label();
    private final Label outcome = new Label();
    private final Label left = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final VBox box = new VBox(8);
    private final ScrollPane page = new ScrollPane();
    private @Nullable Path file;

    /// @param quiet  runs drawing, which is not worth a line in the status bar
    /// @param memory how toolpaths are looked at
    ProgramView(MachineViewModel model, Controls controls, Dialogs dialogs, Tasks quiet, PathMemory memory,
            Consumer<List<Problem>> problems) {
        this.model = model;
        this.texts = controls.texts();
        this.dialogs = dialogs;
        this.problems = problems;
        this.toolpath = new LivePath(model, controls, quiet, memory);
        Button load = controls.button("machines.load", this::choose);
        load.setGraphic(Icons.of(MaterialDesignF.FOLDER_OPEN_OUTLINE));
        load.disableProperty().bind(model.busy());
        Button start = controls.button("machines.start", this::start);
        start.setGraphic(Icons.of(MaterialDesignP.PLAY));
        start.setDefaultButton(false);
        start.getStyleClass().add("accent");
        start.disableProperty().bind(model.busy().flatMap(busy -> model.program().state()
                .flatMap(_ -> model.lost().map(_ -> true).orElse(busy || model.program().value() == null))));
        facts.getStyleClass().add("hint");
        outcome.setWrapText(true);
        outcome.managedProperty().bind(outcome.textProperty().isNotEmpty());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("program-progress");
        HBox.setHgrow(bar, Priority.ALWAYS);
        left.setMinWidth(Region.USE_PREF_SIZE);
        var progress = new HBox(8, bar, left);
        progress.setAlignment(Pos.CENTER_LEFT);
        progress.visibleProperty().bind(model.busy());
        progress.managedProperty().bind(model.busy());
        var pane = new LoadedPane<>(controls, model.program().state(), () -> EmptyState.of(controls,
                MaterialDesignF.FILE_DOCUMENT_OUTLINE, "machines.no-file", "machines.no-file-hint"), this::ready,
                this::again);
        var content = new StackPane(pane.node());
        content.setMinHeight(PATH_HEIGHT);
        VBox.setVgrow(content, Priority.ALWAYS);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        name.getStyleClass().add("strong");
        name.tooltipProperty().bind(name.textProperty().map(text -> text.isEmpty() ? null : new Tooltip(text)));
        facts.setMinWidth(0);
        level.getStyleClass().add("hint");
        level.setWrapText(true);
        level.setMinHeight(Region.USE_PREF_SIZE);
        level.managedProperty().bind(level.textProperty().isNotEmpty());
        var words = new VBox(name, facts);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var head = new HBox(8, words, load,
                controls.explained(start, texts.of("machines.start-needs-program")));
        head.setAlignment(Pos.CENTER_LEFT);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        box.getChildren().addAll(head, level, progress, outcome, content);
        box.getStyleClass().add("padded");
        // Where the page is low, it scrolls: the path keeps a size at which one sees something.
        page.setContent(box);
        page.setFitToWidth(true);
        page.setFitToHeight(true);
        page.getStyleClass().add("edge-to-edge");
        model.program().state().subscribe(_ -> {
            describe();
            LoadedProgram loaded = model.program().value();
            problems.accept(loaded == null ? List.of() : loaded.findings());
        });
        model.progress().subscribe(now -> {
            bar.setProgress(now == null ? 0 : now.fraction());
            left();
            toolpath.refresh();
        });
        model.outcome().subscribe(_ -> tell());
        texts.messages().subscribe(_ -> {
            describe();
            tell();
            left();
        });
    }

    Node node() {
        return page;
    }

    private Node ready(LoadedProgram loaded) {
        toolpath.show(loaded);
        return toolpath.node();
    }

    private void choose() {
        dialogs.openFile(Messages.Key.of("machines.choose-file"), PATTERNS).ifPresent(this::load);
    }

    /// The name of the program that is shown; empty for none.
    String shown() {
        LoadedProgram loaded = model.program().value();
        return loaded == null ? "" : loaded.program().name();
    }

    /// Shows the path as far as a line of the program, and the line.
    void goToLine(int line) {
        toolpath.goToLine(line);
    }

    void load(Path chosen) {
        file = chosen;
        model.load(chosen);
    }

    private void again() {
        Optional.ofNullable(file).ifPresent(model::load);
    }

    private void start() {
        model.recheck(findings -> {
            problems.accept(findings);
            LoadedProgram loaded = model.program().value();
            if (loaded != null && dialogs.confirm(question(loaded, findings), Messages.Key.of("machines.start"))) {
                model.start();
            }
        });
    }

    /// The worst finding stands in the question: nobody should start past it unread.
    private Messages.Key question(LoadedProgram loaded, List<Problem> findings) {
        String name = loaded.program().name();
        String time = formats().duration(time(loaded));
        var against = Objections.of(findings);
        return against.worst()
                .map(worst -> Messages.Key.of("machines.ask-start-anyway", name, model.title(), time, against.count(),
                        texts.messages().get().get(worst)))
                .orElseGet(() -> Messages.Key.of("machines.ask-start", name, model.title(), time));
    }

    private void describe() {
        LoadedProgram loaded = model.program().value();
        name.setText(loaded == null ? "" : loaded.program().name());
        facts.setText(loaded == null
                ? ""
                : texts.now("machines.estimate", loaded.file().lines(), loaded.file().toolpath().size(),
                        formats().duration(time(loaded))));
        level.setText(loaded == null
                ? ""
                : LevelMark.in(loaded.program()).map(mark -> texts.now("heightmap.says-mark", mark.map())).orElse(""));
    }

    private void left() {
        left.setText(model.left().map(time -> texts.now("machines.left", formats().duration(time))).orElse(""));
    }

    private void tell() {
        RunOutcome ended = model.outcome().get();
        outcome.getStyleClass().removeAll("success", "danger");
        if (ended == null) {
            outcome.setText("");
            return;
        }
        int lines = ended.progress().lines();
        int executed = ended.progress().executed();
        outcome.setText(switch (ended.end()) {
            case RunOutcome.Completed _ -> completed(lines, ended.seconds());
            case RunOutcome.Aborted _ -> texts.now("machines.outcome-aborted", executed, lines);
            case RunOutcome.Failed(Problem reason) ->
                texts.now("machines.outcome-failed", executed, lines, texts.messages().get().get(reason));
        });
        outcome.getStyleClass().add(ended.isCompleted() ? "success" : "danger");
    }

    /// What it took, beside what was estimated.
    private String completed(int lines, double seconds) {
        LoadedProgram loaded = model.program().value();
        String took = formats().duration(Duration.ofMillis((long) (seconds * 1000)));
        String estimate = loaded == null ? "–" : formats().duration(time(loaded));
        return loaded == null || loaded.file().pauses().isEmpty()
                ? texts.now("machines.outcome-completed", lines, took, estimate)
                : texts.now("machines.outcome-completed-apart", lines, took, estimate);
    }

    private Formats formats() {
        return texts.formats().get();
    }

    private static Duration time(LoadedProgram loaded) {
        return Duration.ofMillis((long) (loaded.estimate().seconds() * 1000));
    }
}
