package org.commonwright.workbench.review;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.commonwright.governance.ProposalState;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.text.Controls;

/// Below a review: accepting or declining a proposal, or offering a fork as one.
final class DecisionFoot {
    private final ReviewViewModel model;
    private final Settling settling;
    private final ConflictsView conflicts;
    private final Actions actions;
    private final Controls controls;

    DecisionFoot(ReviewViewModel model, Settling settling, ConflictsView conflicts, Actions actions,
            Controls controls) {
        this.model = model;
        this.settling = settling;
        this.conflicts = conflicts;
        this.actions = actions;
        this.controls = controls;
    }

    Node of(Shown shown) {
        var row = new HBox(8);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("pane-foot", "review-foot");
        switch (shown.item()) {
            case ReviewItem.Proposed(ProposalState state) when state.isOpen() -> {
                TextField reason = controls.field("reviews.reason");
                HBox.setHgrow(reason, Priority.ALWAYS);
                reason.textProperty().bindBidirectional(settling.reason());
                if (!shown.conflicts().isEmpty()) {
                    row.getChildren().add(conflicts.left(shown.conflicts()));
                }
                var buttons = new ActionControls(controls);
                row.getChildren().addAll(reason, buttons.button(actions.get("decline-proposal")));
                if (!state.isInAlready()) {
                    Region accept = buttons.button(actions.get("accept-proposal"));
                    accept.lookup(".button").getStyleClass().add("accent");
                    row.getChildren().add(accept);
                }
            }
            case ReviewItem.Proposed _ -> row.getChildren().add(controls.hint("reviews.settled"));
            case ReviewItem.Branch(ForkTip tip, _, _) -> {
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
}
