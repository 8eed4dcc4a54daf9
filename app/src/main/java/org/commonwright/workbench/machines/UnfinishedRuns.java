package org.commonwright.workbench.machines;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.workbench.area.Navigator;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Runs that a crash, a cable or a person cut off: what was executed for certain, what perhaps. Each has a page on how it can go on.
/// A job's run is decided in Orders, where it counts.
final class UnfinishedRuns {
    private final MachinesViewModel model;
    private final Controls controls;
    private final ResumeDecisions decisions;
    private final Consumer<JournalReport> open;
    private final Navigator navigator;
    private final VBox box = new VBox(8);

    /// @param open shows the page of one
    UnfinishedRuns(MachinesViewModel model, Controls controls, ResumeDecisions decisions, Navigator navigator,
            Consumer<JournalReport> open) {
        this.open = open;
        this.navigator = navigator;
        this.model = model;
        this.controls = controls;
        this.decisions = decisions;
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
        Label facts = controls.label(controls.texts().of(UnfinishedWords.facts(report)), "hint");
        facts.setWrapText(true);
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(4, title, facts);
        HBox.setHgrow(words, Priority.ALWAYS);
        var icon = Icons.of(MaterialDesignA.ALERT_OUTLINE, 24);
        icon.getStyleClass().add("warning-icon");
        var row = new HBox(8, icon, words);
        if (head.job().isEmpty()) {
            row.getChildren().addAll(controls.button("machines.show-resume", () -> open.accept(report)),
                    controls.button("machines.scrap", () -> decisions.scrap(report)));
        } else {
            words.getChildren().add(controls.hint("machines.unfinished-job"));
            row.getChildren().add(controls.button("machines.to-orders", () -> navigator.goTo("orders")));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        var card = new VBox(row);
        card.getStyleClass().add("card");
        return card;
    }
}
