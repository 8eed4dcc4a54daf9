package org.commonwright.workbench.review;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.commonwright.governance.ProposalState;
import org.commonwright.i18n.Messages;
import org.commonwright.review.comment.Subject;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.review.comments.CommentsViewModel;
import org.commonwright.workbench.review.comments.Looked;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The comments of what is shown in the review, and the actions of the keyboard for them.
final class Commenting {
    private final CommentsViewModel comments;

    Commenting(ReviewViewModel model, WorkbenchContext context) {
        this.comments = new CommentsViewModel(context.folders(), context.tasks(), context.tasks().quiet(),
                context.notices(), context.current(), context.clock());
        model.shown().state().subscribe(_ -> comments.look(looked(context.current(), model.shown().value())));
        ObservableValue<Optional<Messages.Key>> nothing = comments.looked().map(_ -> Optional.<Messages.Key>empty())
                .orElse(Optional.of(Messages.Key.of("remarks.nothing-shown")));
        ObservableValue<Optional<Messages.Key>> none = Bindings.createObjectBinding(
                () -> comments.threads().stream().anyMatch(thread -> thread.thread().isOpen())
                        ? Optional.<Messages.Key>empty()
                        : Optional.of(Messages.Key.of("remarks.none-open")),
                comments.threads());
        context.actions().add(
                Action.of("comment-design", Group.REVIEW, "remarks.comment-design",
                        MaterialDesignC.COMMENT_PLUS_OUTLINE, () -> comments.composing().set(true))
                        .blockedBy(nothing),
                Action.of("next-comment", Group.REVIEW, "remarks.next", MaterialDesignC.COMMENT_ARROW_RIGHT_OUTLINE,
                        () -> comments.step(1)).withShortcut("F4").blockedBy(none),
                Action.of("previous-comment", Group.REVIEW, "remarks.previous",
                        MaterialDesignC.COMMENT_ARROW_LEFT_OUTLINE, () -> comments.step(-1))
                        .withShortcut("Shift+F4").blockedBy(none));
    }

    CommentsViewModel comments() {
        return comments;
    }

    /// Of several branches at one commit the one that can be moved here.
    private static String branch(ForkTip tip) {
        return tip.refs().stream().filter(ref -> ref.startsWith("refs/heads/")).findFirst().orElse(tip.ref());
    }

    private static @Nullable Looked looked(CurrentDesign current,
            @Nullable Shown shown) {
        OpenDesign open = current.design().get();
        if (open == null || shown == null) {
            return null;
        }
        String branch = switch (shown.item()) {
            case ReviewItem.Branch(ForkTip tip, _, _) -> branch(tip);
            case ReviewItem.Proposed(ProposalState state) -> state.proposal().source();
        };
        return new Looked(open.folder(), shown.report().base(), shown.report().head(), subject(shown.item()), branch,
                false);
    }

    /// Where comments on an item belong.
    static Subject subject(ReviewItem item) {
        return switch (item) {
            case ReviewItem.Branch(ForkTip tip, _, _) -> Subject.ofBranch(branch(tip));
            case ReviewItem.Proposed(ProposalState state) -> Subject.ofProposal(state.id(), state.proposal().source());
        };
    }
}
