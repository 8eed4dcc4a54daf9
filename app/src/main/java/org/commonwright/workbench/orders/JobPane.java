package org.commonwright.workbench.orders;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobSpec;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.job.OrderRecord;
import org.commonwright.fabrication.run.Resumption;
import org.commonwright.i18n.Messages;
import org.commonwright.task.TaskHandle;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Shorten;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One job: where it stands and what can be done now, which machines could make it, what was run, and what it is.
final class JobPane {
    private final OrdersViewModel model;
    private final WorkbenchContext context;
    private final Controls controls;
    private final Words words;
    private final RunsPane runs;
    private final MatchesPane matches;
    private final VBox box = new VBox(16);
    private final ScrollPane scroll = new ScrollPane(box);

    /// @param page shows a log at full width
    JobPane(OrdersViewModel model, WorkbenchContext context, Controls controls, Words words,
            Consumer<Node> page) {
        this.model = model;
        this.context = context;
        this.controls = controls;
        this.words = words;
        this.runs = new RunsPane(model, context, controls, page);
        this.matches = new MatchesPane(model, controls, words);
        box.getStyleClass().add("padded");
        scroll.setFitToWidth(true);
        scroll.setMinWidth(280);
        scroll.getStyleClass().add("edge-to-edge");
        model.job().subscribe(_ -> fill());
        model.resumption().state().subscribe((_, _) -> fill());
        controls.texts().messages().subscribe((_, _) -> fill());
        model.runs().addListener((MapChangeListener<String, TaskHandle>) _ -> fill());
    }

    Node node() {
        return scroll;
    }

    private void fill() {
        Job job = model.job().get();
        Board board = model.board().value();
        box.getChildren().clear();
        if (job == null || board == null) {
            box.getChildren().add(EmptyState.of(controls, MaterialDesignC.CLIPBOARD_LIST_OUTLINE, "orders.choose",
                    "orders.choose-hint"));
            return;
        }
        var status = new HBox(8, words.icon(job.status()), Words.wrapped(words.one(job.status()), "strong"));
        status.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().add(new VBox(4, Words.wrapped(job.spec().part(), "subheading"), status,
                Words.wrapped(controls.texts().now(job.reason()))));
        if (job.spec().quantity() > 1) {
            box.getChildren().add(pieces(job));
        }
        box.getChildren().add(actions(job));
        resumption(job);
        if (job.status() == JobStatus.OPEN) {
            box.getChildren().add(matches.of(board, job));
        }
        if (!job.runs().isEmpty()) {
            if (!model.runs().containsKey(job.id())) {
                box.getChildren().add(judge());
            }
            box.getChildren().add(runs.of(board, job));
        }
        box.getChildren().add(facts(board, job));
    }

    /// Only what makes sense where the job stands; why it cannot be done now is in the tooltip.
    private Node actions(Job job) {
        var row = new FlowPane(8, 8);
        var buttons = new ActionControls(controls);
        if (model.runs().containsKey(job.id())) {
            row.getChildren().add(buttons.button(context.actions().get("stop-job")));
            return row;
        }
        switch (job.status()) {
            case OPEN -> row.getChildren().add(accent(buttons.button(context.actions().get("claim-job"))));
            case CLAIMED, SCRAP -> row.getChildren().addAll(accent(buttons.button(runNext(job))),
                    buttons.button(context.actions().get("release-job")));
            case RUNNING, UNKNOWN -> row.getChildren().add(buttons.button(context.actions().get("resume-job")));
            case DONE -> {
            }
        }
        return row;
    }

    /// The action, named for the piece that it makes.
    private Action runNext(Job job) {
        Action run = context.actions().get("run-job");
        Messages.Key title = job.spec().quantity() == 1
                ? run.title()
                : Messages.Key.of("orders.run-next", job.made() + 1, job.spec().quantity());
        return new Action(run.id(), run.group(), title, run.icon(), run.shortcut(), run.blocked(), run.urgent(),
                run.handler());
    }

    /// How many pieces are made, where there are several.
    private Node pieces(Job job) {
        var bar = new ProgressBar(job.made() / (double) job.spec().quantity());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("pieces-made");
        controls.name(bar, controls.texts().of("orders.made-of", job.made(), job.spec().quantity()));
        return new VBox(4, Words.wrapped(words.made(job), "strong"), bar,
                Words.wrapped(controls.texts().now("orders.one-a-run"), "hint", "small-text"));
    }

    private static Region accent(Region boxed) {
        boxed.getChildrenUnmodifiable().forEach(button -> button.getStyleClass().add("accent"));
        return boxed;
    }

    private void resumption(Job job) {
        switch (model.resumption().state().get()) {
            case Loaded.Nothing<Resumption> _ -> {
            }
            case Loaded.Loading<Resumption>(Messages.Key title) ->
                box.getChildren().add(controls.label(controls.texts().of(title), "hint"));
            case Loaded.Failed<Resumption>(Fault fault) -> box.getChildren()
                    .add(Words.wrapped(controls.texts().messages().get().get(fault), "danger"));
            case Loaded.Ready<Resumption>(Resumption resumption) -> {
                var card = new VBox(8, Words.wrapped(controls.texts().now("orders.resume-executed",
                        resumption.report().executed(), resumption.report().head().lines()), "strong"));
                resumption.plan().notes().forEach(note -> card.getChildren()
                        .add(Words.wrapped(controls.texts().messages().get().get(note))));
                var lines = new TextArea(String.join("\n", resumption.plan().lines()));
                lines.setEditable(false);
                lines.setPrefRowCount(Math.clamp(resumption.plan().lines().size(), 2, 8));
                lines.getStyleClass().add("mono");
                controls.name(lines, controls.texts().of("orders.resume-lines"));
                Button go = controls.button("orders.resume-go", () -> askResume(job, resumption));
                card.getChildren().addAll(controls.hint("orders.resume-lines"), lines, go);
                card.getStyleClass().add("card");
                box.getChildren().add(card);
            }
        }
    }

    private void askResume(Job job, Resumption resumption) {
        String machine = job.claim() == null ? "" : job.claim().machine();
        if (context.dialogs().confirm(Messages.Key.of("orders.ask-resume", machine, job.spec().part(),
                resumption.plan().next()), Messages.Key.of("orders.resume-go"))) {
            model.resume();
        }
    }

    private Node judge() {
        TextField reason = controls.field("orders.reason");
        reason.setId("scrap-reason");
        reason.textProperty().bindBidirectional(model.reason());
        HBox.setHgrow(reason, Priority.ALWAYS);
        var row = new HBox(8, reason, new ActionControls(controls).button(context.actions().get("scrap-job")));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node facts(Board board, Job job) {
        JobSpec spec = job.spec();
        var grid = new GridPane(16, 4);
        var names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().add(names);
        fact(grid, "orders.pieces", words.made(job));
        fact(grid, "orders.process", spec.process());
        fact(grid, "orders.material", spec.material());
        fact(grid, "orders.material-each", spec.materialEach() == null
                ? ""
                : controls.texts().formats().get().quantity(spec.materialEach()));
        fact(grid, "orders.envelope", words.size(spec.envelope()));
        fact(grid, "orders.tolerance", spec.toleranceMm() == null
                ? ""
                : "± " + controls.texts().formats().get().number(BigDecimal.valueOf(spec.toleranceMm())) + " mm");
        fact(grid, "orders.file", spec.file().text());
        fact(grid, "orders.design", spec.design() + (spec.module().isEmpty() ? "" : " · " + spec.module()));
        fact(grid, "orders.commit", spec.commit().substring(0, 8));
        fact(grid, "orders.licence", spec.licence().path("clause").asText().isEmpty()
                ? spec.licence().path("licence").asText()
                : spec.licence().path("clause").asText());
        fact(grid, "orders.need", spec.need());
        fact(grid, "orders.due", spec.due());
        fact(grid, "orders.home", Shorten.middle(spec.home(), 48));
        OrderRecord order = board.book().orders().get(spec.order());
        fact(grid, "orders.order", spec.order().substring(0, 8)
                + (order == null
                        ? ""
                        : " · " + controls.texts().formats().get().dateTime(order.at(),
                                ZoneId.systemDefault())));
        return grid;
    }

    private void fact(GridPane grid, String key, String value) {
        if (!value.isBlank()) {
            Label name = Words.wrapped(controls.texts().now(key), "hint");
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(grid.getRowCount(), name, Words.wrapped(value));
        }
    }
}
