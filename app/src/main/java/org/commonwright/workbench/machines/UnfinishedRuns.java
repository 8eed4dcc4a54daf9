package org.commonwright.workbench.machines;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.Navigator;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Runs that a crash, a cable or a person cut off: what was executed for certain, what perhaps, and the lines that a resume
/// would send. They are shown first, and sent only when a person says so. A job's run is decided in Orders, where it counts.
final class UnfinishedRuns {
    private final MachinesViewModel model;
    private final Controls controls;
    private final Dialogs dialogs;
    private final Navigator navigator;
    private final VBox box = new VBox(8);

    UnfinishedRuns(MachinesViewModel model, Controls controls, Dialogs dialogs, Navigator navigator) {
        this.navigator = navigator;
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        box.getStyleClass().add("padded");
        box.managedProperty().bind(box.visibleProperty());
        model.unfinished().addListener((ListChangeListener<JournalReport>) _ -> fill());
        fill();
    }

    Node node() {
        return box;
    }

    private void fill() {
        box.getChildren().clear();
        model.unfinished().forEach(report -> box.getChildren().add(card(report)));
        box.setVisible(!model.unfinished().isEmpty());
    }

    private Node card(JournalReport report) {
        var head = report.head();
        Label title = controls.label(controls.texts().of("machines.unfinished", head.program(), head.port()), "strong");
        Label facts = controls.label(controls.texts().of("machines.unfinished-facts", report.executed(), head.lines(),
                report.sent()), "hint");
        facts.setWrapText(true);
        var words = new VBox(4, title, facts);
        HBox.setHgrow(words, Priority.ALWAYS);
        var details = new VBox(8);
        var icon = Icons.of(MaterialDesignA.ALERT_OUTLINE, 24);
        icon.getStyleClass().add("warning-icon");
        var row = new HBox(8, icon, words);
        if (head.job().isEmpty()) {
            row.getChildren().addAll(controls.button("machines.show-resume", () -> show(report, details)),
                    controls.button("machines.scrap", () -> scrap(report)));
        } else {
            words.getChildren().add(controls.hint("machines.unfinished-job"));
            row.getChildren().add(controls.button("machines.to-orders", () -> navigator.goTo("orders")));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        var card = new VBox(8, row, details);
        card.getStyleClass().add("card");
        return card;
    }

    private void show(JournalReport report, VBox details) {
        if (!details.getChildren().isEmpty()) {
            details.getChildren().clear();
            return;
        }
        model.plan(report, p -> {
            details.getChildren().clear();
            p.refusal().ifPresent(problem -> details.getChildren().add(sentence(problem)));
            p.notes().forEach(problem -> details.getChildren().add(sentence(problem)));
            if (p.refusal().isEmpty()) {
                var lines = new TextArea(String.join("\n", p.lines()));
                lines.setEditable(false);
                lines.getStyleClass().add("mono");
                lines.setPrefRowCount(Math.clamp(p.lines().size(), 2, 10));
                controls.name(lines, controls.texts().of("machines.resume-lines"));
                Button go = controls.button("machines.resume-go", () -> resume(report, p));
                go.setGraphic(Icons.of(MaterialDesignP.PLAY));
                go.disableProperty().bind(model.connecting().map(_ -> true).orElse(false));
                details.getChildren().addAll(controls.hint("machines.resume-lines"), lines,
                        controls.hint("machines.resume-then", p.next()), go);
            }
        });
    }

    private void resume(JournalReport report, ResumePlan plan) {
        if (dialogs.confirm(
                Messages.Key.of("machines.ask-resume", report.head().port(), plan.lines().size(),
                        report.head().program(),
                        plan.next()),
                Messages.Key.of("machines.resume-go"))) {
            model.resume(report, plan);
        }
    }

    private Label sentence(Problem problem) {
        Label label = controls.label(controls.texts().messages().map(m -> m.get(problem)));
        label.setWrapText(true);
        return label;
    }

    private void scrap(JournalReport report) {
        if (dialogs.confirm(Messages.Key.of("machines.ask-scrap", report.head().program()),
                Messages.Key.of("machines.scrap"))) {
            model.settle(report, "scrapped");
        }
    }
}
