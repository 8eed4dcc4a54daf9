package org.commonwright.workbench.review;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.commonwright.error.Fault;
import org.commonwright.governance.ProposalState;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Below a review: accepting or declining a proposal, or offering a fork as one.
final class DecisionFoot {
    private final ReviewViewModel model;
    private final ConflictsView conflicts;
    private final Controls controls;

    DecisionFoot(ReviewViewModel model, ConflictsView conflicts, Controls controls) {
        this.model = model;
        this.conflicts = conflicts;
        this.controls = controls;
    }

    Node of(Shown shown) {
        var row = new HBox(8);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pane-foot");
        switch (shown.item()) {
            case ReviewItem.Proposed(ProposalState state) when state.isOpen() -> {
                TextField reason = controls.field("reviews.reason");
                HBox.setHgrow(reason, Priority.ALWAYS);
                Button accept = controls.button("reviews.accept", () -> model.accept(reason.getText()));
                accept.setGraphic(Icons.of(MaterialDesignS.SOURCE_MERGE));
                accept.getStyleClass().add("accent");
                accept.disableProperty().bind(Bindings.createBooleanBinding(
                        () -> !model.choices().keySet().containsAll(shown.conflicts()), model.choices()));
                Button decline = controls.button("reviews.decline", () -> model.decline(reason.getText()));
                decline.setGraphic(Icons.of(MaterialDesignC.CLOSE));
                decline.disableProperty().bind(reason.textProperty().map(String::isBlank));
                row.getChildren().addAll(conflicts.left(shown.conflicts()), reason,
                        ruled(decline, shown.standpoint().flatMap(Standpoint::mayNotDecline),
                                "reviews.decline-needs-reason"),
                        ruled(accept, shown.standpoint().flatMap(Standpoint::mayNotAccept),
                                "reviews.accept-needs-choices"));
            }
            case ReviewItem.Proposed _ -> row.getChildren().add(controls.hint("reviews.settled"));
            case ReviewItem.Branch(ForkTip tip, _) -> {
                TextField title = controls.field("reviews.proposal-title");
                title.setText(tip.subject());
                TextField why = controls.field("reviews.proposal-text");
                HBox.setHgrow(title, Priority.ALWAYS);
                HBox.setHgrow(why, Priority.ALWAYS);
                TextField impact = controls.field("mailing.impact-prompt");
                HBox.setHgrow(impact, Priority.ALWAYS);
                Button propose = controls.button("reviews.propose",
                        () -> model.propose(title.getText(), why.getText(), impact.getText()));
                propose.disableProperty().bind(title.textProperty().map(String::isBlank));
                row.getChildren().addAll(title, why, impact,
                        controls.explained(propose, controls.texts().of("reviews.propose-needs-title")));
            }
        }
        return row;
    }

    /// A button that the rules may keep from being pressed, whatever else is missing.
    private Region ruled(Button button, Optional<Fault> why, String otherwise) {
        why.ifPresent(_ -> {
            button.disableProperty().unbind();
            button.setDisable(true);
        });
        return controls.explained(button, why.<ObservableValue<String>>map(fault -> controls.texts().messages()
                .map(m -> m.get(fault))).orElseGet(() -> controls.texts().of(otherwise)));
    }
}
