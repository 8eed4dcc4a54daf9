package org.commonwright.workbench.orders;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.Run;
import org.commonwright.fabrication.job.RunEnded;
import org.commonwright.fabrication.run.RunLogs;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.tasks.Outcome;
import org.commonwright.workbench.text.Controls;

/// What was run for a job, the last run first: on which machine, how it ended, how far it came, and its log.
final class RunsPane {
    private final OrdersViewModel model;
    private final WorkbenchContext context;
    private final Controls controls;
    private final Consumer<Node> page;

    RunsPane(OrdersViewModel model, WorkbenchContext context, Controls controls, Consumer<Node> page) {
        this.model = model;
        this.context = context;
        this.controls = controls;
        this.page = page;
    }

    Node of(Board board, Job job) {
        var box = new VBox(12, controls.label(controls.texts().of("orders.runs"), "strong"));
        job.runs().reversed().forEach(run -> box.getChildren().add(run(board, job.spec().part(), run)));
        return box;
    }

    private Node run(Board board, String part, Run run) {
        Formats formats = controls.texts().formats().get();
        String when = formats.dateTime(run.start().at(), ZoneId.systemDefault());
        RunEnded end = run.end();
        String piece = run.start().piece() > 0
                ? controls.texts().now("orders.run-piece", run.name(), run.start().piece())
                : controls.texts().now("orders.run-name", run.name());
        if (end == null) {
            return new VBox(4, Words.wrapped(piece, "hint", "small-text"),
                    Words.wrapped(controls.texts().now("orders.run-going", run.start().machine(), when)));
        }
        String outcome = controls.texts().now("orders.outcome-" + end.outcome().token());
        var box = new VBox(4, Words.wrapped(piece, "hint", "small-text"),
                Words.wrapped(controls.texts().now("orders.run-ended", outcome, run.start().machine(),
                        when)),
                Words.wrapped(
                        controls.texts().now("orders.run-facts", end.executed(), end.lines(),
                                formats.duration(Duration.ofSeconds(end.seconds()))),
                        "hint", "small-text"));
        if (!end.reason().isBlank()) {
            box.getChildren().add(Words.wrapped(end.reason(), "small-text"));
        }
        box.getChildren().add(log(board, part, run, end));
        return box;
    }

    /// A log that has not come here is nothing unusual: older programs kept it where the piece was made.
    private Node log(Board board, String part, Run run, RunEnded end) {
        if (board.hasLog(end)) {
            Button show = controls.button("orders.show-log", () -> read(part, run, end));
            show.getStyleClass().add("show-run-log");
            return show;
        }
        return Words.wrapped(controls.texts().now(end.log().id().isEmpty() ? "orders.no-log" : "orders.log-away"),
                "hint", "small-text");
    }

    private void read(String part, Run run, RunEnded end) {
        context.tasks().quiet().submit(Messages.Key.of("orders.reading-log"), _ -> model.log(end),
                Outcome.<Optional<RunLogs.Found>>of(found -> found.ifPresentOrElse(
                        log -> page.accept(new RunLogPane(context, controls).of(part, run, end, log)),
                        () -> context.notices().say("orders.log-away")), context.notices()::fault));
    }
}
