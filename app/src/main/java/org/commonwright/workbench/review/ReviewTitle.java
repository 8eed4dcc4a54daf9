package org.commonwright.workbench.review;

import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.commonwright.governance.ProposalState;
import org.commonwright.review.fork.Fork;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.review.fork.ForkWords;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.text.Controls;

/// What is reviewed: who made it, from where it comes, what its maker says, what became of it.
final class ReviewTitle {
    private final Mailing mailing;
    private final Actions actions;
    private final Controls controls;

    ReviewTitle(Mailing mailing, Actions actions, Controls controls) {
        this.mailing = mailing;
        this.actions = actions;
        this.controls = controls;
    }

    Node of(ReviewItem item) {
        return switch (item) {
            case ReviewItem.Proposed(ProposalState state) -> {
                var box = new VBox(4, words(state.proposal().title(), "heading"),
                        controls.paragraph(controls.texts().labels()
                                .flatMap(m -> controls.texts().formats().map(f -> m.get(
                                        "reviews.proposal-by", state.proposal().person().name(),
                                        f.dateTime(state.opened(), ZoneId.systemDefault()),
                                        branch(state.proposal().source()),
                                        state.proposal().target()))),
                                "hint"));
                if (!state.proposal().text().isBlank()) {
                    box.getChildren().add(words(Paragraphs.flow(state.proposal().text()), "text"));
                }
                if (!state.proposal().impact().isBlank()) {
                    box.getChildren().addAll(controls.label(controls.texts().of("mailing.impact"), "strong"),
                            words(Paragraphs.flow(state.proposal().impact()), "text"));
                }
                box.getChildren().add(ways());
                state.decision().ifPresent(decision -> box.getChildren().add(controls.label(controls.texts().of(
                        switch (decision.outcome()) {
                            case ACCEPTED -> "reviews.was-accepted";
                            case DECLINED -> "reviews.was-declined";
                        }, decision.person().name(), decision.reason()), "strong")));
                state.doubt().ifPresent(doubt -> box.getChildren()
                        .add(controls.paragraph(controls.texts().of(doubt),
                                state.isMergedOtherwise() || state.isInAlready() ? "warning" : "hint")));
                yield box;
            }
            case ReviewItem.Branch(ForkTip tip, Fork fork, _) -> {
                var box = new VBox(4, words(tip.title(), "heading"));
                if (fork != null) {
                    box.getChildren()
                            .add(controls.paragraph(controls.texts().labels().map(m -> m.get("reviews.fork-facts",
                                    ForkWords.by(tip, m), fork.ahead(), fork.behind(), tip.subject())), "hint"));
                    fork.problems().forEach(problem -> box.getChildren()
                            .add(controls.label(controls.texts().of(problem), "warning")));
                }
                yield box;
            }
        };
    }

    /// As people call it: without what Git puts before a name.
    private static String branch(String source) {
        return source.replaceFirst("^refs/(heads|remotes)/", "");
    }

    /// How the proposal can travel.
    private Node ways() {
        var row = new HBox(8, new ActionControls(controls).button(actions.get("export-proposal")));
        Action revise = actions.get("revise-proposal");
        var button = new ActionControls(controls).button(revise);
        // Where nothing is new, or the proposal is another's, the menu says why.
        button.visibleProperty().bind(revise.blocked().map(Optional::isEmpty));
        button.managedProperty().bind(button.visibleProperty());
        row.getChildren().addFirst(button);
        if (!mailing.remotes().isEmpty()) {
            var send = new MenuButton();
            send.textProperty().bind(controls.texts().of("mailing.send"));
            for (String remote : mailing.remotes()) {
                var to = new MenuItem(remote);
                to.setOnAction(_ -> mailing.send(remote));
                send.getItems().add(to);
            }
            row.getChildren().add(send);
        }
        return row;
    }

    static Label words(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
