package org.commonwright.workbench.orders;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.workshop.MachineProfile;
import org.commonwright.fabrication.workshop.Match;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The workshop's machines for one job: those that can make it, with a button to claim it for them, and every reason why
/// the others cannot.
final class MatchesPane {
    private final OrdersViewModel model;
    private final Controls controls;
    private final Words words;

    MatchesPane(OrdersViewModel model, Controls controls, Words words) {
        this.model = model;
        this.controls = controls;
        this.words = words;
    }

    Node of(Board board, Job job) {
        var box = new VBox(12, Words.wrapped(controls.texts().now("orders.machines-of", board.workshop().name()),
                "strong"));
        board.matches(job).forEach(match -> box.getChildren().add(machine(match)));
        if (board.workshop().file().isEmpty()) {
            box.getChildren().add(controls.hint("orders.practice"));
        }
        return box;
    }

    private Node machine(Match match) {
        MachineProfile machine = match.machine();
        var icon = Icons.of(match.fits() ? MaterialDesignC.CHECK : MaterialDesignC.CLOSE);
        icon.getStyleClass().add(match.fits() ? "success-icon" : "muted-icon");
        var says = new VBox(4, Words.wrapped(machine.name()),
                Words.wrapped(words.size(machine.envelope()), "hint", "small-text"));
        HBox.setHgrow(says, Priority.ALWAYS);
        match.refusals().forEach(refusal -> says.getChildren()
                .add(Words.wrapped(controls.texts().now(refusal.reason()), "small-text")));
        var row = new HBox(8, icon, says);
        row.setAccessibleText(machine.name());
        if (match.fits()) {
            row.getChildren().add(controls.button("orders.claim-for", () -> model.claim(machine.name())));
        }
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
