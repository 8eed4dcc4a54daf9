package org.commonwright.workbench.review;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.commonwright.governance.ProposalState;
import org.commonwright.review.comment.Subject;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.review.fork.ForkWords;
import org.commonwright.workbench.review.comments.CommentsViewModel;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.CutText;

/// One of the list of forks and proposals: its title, whose it is and what became of it, how many comments are open.
final class ReviewCell extends ListCell<ReviewItem> {
    private final CommentsViewModel comments;
    private final Controls controls;

    ReviewCell(CommentsViewModel comments, Controls controls) {
        this.comments = comments;
        this.controls = controls;
    }

    @Override
    protected void updateItem(ReviewItem item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        if (empty || item == null) {
            return;
        }
        Label title = CutText.told(ReviewTitle.words(ReviewViewModel.title(item), "strong"), controls);
        String key = switch (item) {
            case ReviewItem.Branch(_, _, String into) -> into == null ? "reviews.is-branch" : "reviews.is-own";
            case ReviewItem.Proposed(ProposalState state) -> state.decision().map(d -> switch (d.outcome()) {
                case ACCEPTED -> state.isMergedOtherwise() ? "reviews.is-merged-otherwise" : "reviews.is-accepted";
                case DECLINED -> "reviews.is-declined";
            }).orElse(state.isInAlready() ? "reviews.is-in-already" : "reviews.is-open");
        };
        String who = switch (item) {
            case ReviewItem.Branch(ForkTip tip, _, String into) -> into == null
                    ? ForkWords.by(tip, controls.texts().messages().get())
                    : into;
            case ReviewItem.Proposed(ProposalState state) -> state.proposal().person().name();
        };
        var box = new VBox(4, title, key.equals("reviews.is-merged-otherwise") || key.equals("reviews.is-in-already")
                ? controls.paragraph(controls.texts().of(key, who), "warning")
                : CutText.told(controls.label(controls.texts().of(key, who), "hint"), controls));
        Subject subject = Commenting.subject(item);
        long open = comments.open().stream().filter(subject::meets).count();
        if (open > 0) {
            box.getChildren().add(controls.label(controls.texts().of("remarks.open", open), "hint"));
        }
        box.prefWidthProperty().bind(getListView().widthProperty().subtract(48));
        setGraphic(box);
        // A title may be longer than the list is wide.
        setTooltip(controls.tooltip(title.textProperty()));
    }
}
