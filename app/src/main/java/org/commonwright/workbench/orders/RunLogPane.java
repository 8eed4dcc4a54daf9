package org.commonwright.workbench.orders;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.commonwright.fabrication.job.Run;
import org.commonwright.fabrication.job.RunEnded;
import org.commonwright.fabrication.run.RunLogs;
import org.commonwright.files.AtomicFiles;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.preview.PlainText;
import org.commonwright.workbench.preview.TextPane;
import org.commonwright.workbench.tasks.Outcome;
import org.commonwright.workbench.text.Controls;

/// The log of one run, line by line, to read, copy and save. Whoever made the piece wrote it, so nothing in it is obeyed.
final class RunLogPane {
    private final WorkbenchContext context;
    private final Controls controls;

    RunLogPane(WorkbenchContext context, Controls controls) {
        this.context = context;
        this.controls = controls;
    }

    Node of(String part, Run run, RunEnded end, RunLogs.Found log) {
        Formats formats = controls.texts().formats().get();
        String when = formats.dateTime(run.start().at(), ZoneId.systemDefault());
        String size = formats.bytes(log.bytes().length);
        Node lines = new TextPane(controls, PlainText.lines(log.bytes())).node();
        lines.setId("run-log");
        VBox.setVgrow(lines, Priority.ALWAYS);
        var copy = controls.button("orders.log-copy", () -> Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, log.text())));
        var save = controls.button("orders.log-save", () -> save(run, log));
        copy.setId("copy-run-log");
        save.setId("save-run-log");
        var box = new VBox(8, controls.label(controls.texts().of("orders.log-title", part, run.name()), "subheading"),
                Words.wrapped(controls.texts().now("orders.log-of",
                        controls.texts().now("orders.outcome-" + end.outcome().token()), run.start().machine(), when)),
                Words.wrapped(end.log().leftOut() == 0
                        ? controls.texts().now("orders.log-size", size)
                        : controls.texts().now("orders.log-cut", size, formats.bytes(end.log().leftOut())),
                        "hint", "small-text"),
                new FlowPane(8, 8, copy, save), lines);
        box.getStyleClass().add("padded");
        return box;
    }

    private void save(Run run, RunLogs.Found log) {
        String name = "run-" + run.start().job().substring(0, 8) + "-" + run.name() + ".log";
        context.dialogs().saveFile(Messages.Key.of("orders.log-save"), name)
                .ifPresent(file -> context.tasks().quiet().submit(Messages.Key.of("orders.log-save"), _ -> {
                    AtomicFiles.replace(file, log.bytes());
                    return file;
                }, Outcome.<Path>of(done -> context.notices().say("orders.log-saved", done),
                        context.notices()::fault)));
    }
}
