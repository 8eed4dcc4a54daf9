package org.commonwright.workbench.orders;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.Run;
import org.commonwright.fabrication.job.RunEnded;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.WorkbenchContext;
import org.commonwright.workbench.tasks.Outcome;
import org.commonwright.workbench.text.Controls;

/// What was run for a job, the last run first: on which machine, how it ended, how far it came, and its log.
final class RunsPane {
    private static final long LARGEST_LOG = 4L << 20;

    private final OrdersViewModel model;
    private final WorkbenchContext context;
    private final Controls controls;

    RunsPane(OrdersViewModel model, WorkbenchContext context, Controls controls) {
        this.model = model;
        this.context = context;
        this.controls = controls;
    }

    Node of(Job job) {
        var box = new VBox(12, controls.label(controls.texts().of("orders.runs"), "strong"));
        job.runs().reversed().forEach(run -> box.getChildren().add(run(run)));
        return box;
    }

    private Node run(Run run) {
        Formats formats = controls.texts().formats().get();
        String when = formats.dateTime(run.start().at(), ZoneId.systemDefault());
        RunEnded end = run.end();
        if (end == null) {
            return new VBox(4, Words.wrapped(controls.texts().now("orders.run-going", run.start().machine(), when)));
        }
        String outcome = controls.texts().now("orders.outcome-" + end.outcome().token());
        var box = new VBox(4, Words.wrapped(controls.texts().now("orders.run-ended", outcome, run.start().machine(),
                when)), Words.wrapped(
                        controls.texts().now("orders.run-facts", end.executed(), end.lines(),
                                formats.duration(Duration.ofSeconds(end.seconds()))),
                        "hint", "small-text"));
        if (!end.reason().isBlank()) {
            box.getChildren().add(Words.wrapped(end.reason(), "small-text"));
        }
        if (!end.logSha256().isEmpty()) {
            box.getChildren().add(controls.button("orders.show-log", () -> log(end)));
        }
        return box;
    }

    private void log(RunEnded end) {
        context.tasks().quiet().submit(Messages.Key.of("orders.reading-log"), _ -> {
            Path file = model.log(end).orElseThrow(() -> new Fault("orders.log-elsewhere"));
            if (Files.size(file) > LARGEST_LOG) {
                throw new Fault("orders.log-large", file);
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }, Outcome.<String>of(this::show, context.notices()::fault));
    }

    private void show(String text) {
        var area = new TextArea(text);
        area.setEditable(false);
        area.getStyleClass().add("mono");
        area.setPrefRowCount(24);
        controls.name(area, controls.texts().of("orders.log"));
        context.inspector().show(new VBox(8, controls.label(controls.texts().of("orders.log"), "subheading"), area));
    }
}
