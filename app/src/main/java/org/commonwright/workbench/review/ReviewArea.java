package org.commonwright.workbench.review;

import javafx.scene.Node;
import javafx.util.Subscription;
import org.commonwright.governance.Stance.Word;
import org.commonwright.review.Resolution;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.review.forks.ForkNames;
import org.commonwright.workbench.review.forks.ForksViewModel;
import org.commonwright.workbench.review.mesh.MeshActions;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The area Review.
public final class ReviewArea implements Area {
    private final WorkbenchContext context;
    private final ReviewViewModel model;
    private final LastMerge lastMerge;
    private final Deciding deciding;
    private final Settling settling;
    private final ForksViewModel forks;
    private final MeshActions meshes = new MeshActions();
    private final Commenting commenting;
    private final Mailing mailing;
    private Subscription attached = Subscription.EMPTY;

    public ReviewArea(WorkbenchContext context) {
        this.context = context;
        this.model = new ReviewViewModel(context.folders(), context.tasks(), context.notices(), context.current(),
                context.clock());
        this.forks = new ForksViewModel(context.folders(), context.tasks(), context.window(), context.clock(),
                context.notices()::fault);
        context.actions().add(Action.of("forks-side-by-side", Group.REVIEW, "forks.side-by-side",
                MaterialDesignT.TABLE, () -> model.sideBySide().set(true)),
                Action.of("show-reviews", Group.REVIEW, "forks.show-reviews", MaterialDesignS.SOURCE_PULL,
                        () -> model.sideBySide().set(false)),
                Action.of("merge-other-pairs", Group.REVIEW, "pairs.merge", MaterialDesignS.SOURCE_MERGE,
                        forks::mergeOthers)
                        .blockedBy(forks.othersBlocked()));
        this.mailing = new Mailing(model, context.folders(), context.clock(), context.tasks(), context.tasks().quiet(),
                context.dialogs(), context.current(), context.notices());
        context.actions().add(Action.of("import-proposal", Group.REVIEW, "mailing.take",
                MaterialDesignE.EMAIL_OPEN_OUTLINE, mailing::take).blockedBy(mailing.takeBlocked()),
                Action.of("export-proposal", Group.REVIEW, "mailing.write", MaterialDesignE.EMAIL_OUTLINE,
                        mailing::write).blockedBy(mailing.writeBlocked()));
        context.current().follow(mailing::load);
        this.lastMerge = new LastMerge(context.folders(), context.clock(), context.tasks(), context.tasks().quiet(),
                context.current(), context.notices());
        context.actions().add(Action.of("undo-merge", Group.REVIEW, "merging.undo", MaterialDesignU.UNDO_VARIANT,
                lastMerge::undo).blockedBy(lastMerge.blocked()));
        context.current().follow(lastMerge::load);
        var git = new PlainGit(context.tasks(), context.tasks().quiet(), context.notices());
        context.actions().add(Action.of("install-git-drivers", Group.REVIEW, "merging.install",
                MaterialDesignG.GIT, git::install).blockedBy(git.installBlocked()),
                Action.of("remove-git-drivers", Group.REVIEW, "merging.remove", MaterialDesignC.CLOSE_BOX_OUTLINE,
                        git::remove).blockedBy(git.removeBlocked()));
        context.current().follow(git::load);
        this.deciding = new Deciding(model);
        this.settling = new Settling(model);
        context.actions().add(
                Action.of("next-conflict", Group.REVIEW, "merging.next", MaterialDesignA.ALERT_OCTAGON_OUTLINE,
                        model::seekConflict).withShortcut("F9").blockedBy(settling.deciding()),
                Action.of("rest-as-here", Group.REVIEW, "merging.rest-here", MaterialDesignA.ARROW_LEFT_BOLD_OUTLINE,
                        () -> model.decideRest(new Resolution.Ours())).blockedBy(settling.resting()),
                Action.of("rest-as-proposed", Group.REVIEW, "merging.rest-proposed",
                        MaterialDesignA.ARROW_RIGHT_BOLD_OUTLINE, () -> model.decideRest(new Resolution.Theirs()))
                        .blockedBy(settling.resting()),
                Action.of("start-over", Group.REVIEW, "merging.start-over", MaterialDesignR.RESTORE,
                        model::startOver).blockedBy(settling.restarting()),
                Action.of("accept-proposal", Group.REVIEW, "reviews.accept", MaterialDesignS.SOURCE_MERGE,
                        settling::accept).blockedBy(settling.accepting()),
                Action.of("decline-proposal", Group.REVIEW, "reviews.decline", MaterialDesignC.CLOSE,
                        settling::decline).blockedBy(settling.declining()));
        this.commenting = new Commenting(model, context);
        context.actions().add(say("stance-agree", "decide.say-agree", MaterialDesignT.THUMB_UP_OUTLINE, Word.AGREE));
        context.actions()
                .add(say("stance-abstain", "decide.say-abstain", MaterialDesignC.CIRCLE_OUTLINE, Word.ABSTAIN));
        context.actions().add(say("stance-disagree", "decide.say-disagree", MaterialDesignT.THUMB_DOWN_OUTLINE,
                Word.DISAGREE));
        context.actions()
                .add(say("stance-block", "decide.say-block", MaterialDesignH.HAND_BACK_LEFT_OUTLINE, Word.BLOCK));
        context.actions().add(Action.of("close-proposal", Group.REVIEW, "decide.close",
                MaterialDesignC.CERTIFICATE_OUTLINE, deciding::close).blockedBy(deciding.closing()),
                Action.of("revise-proposal", Group.REVIEW, "decide.revise", MaterialDesignS.SOURCE_COMMIT,
                        deciding::revise).blockedBy(deciding.revising()));
        meshes.all().forEach(context.actions()::add);
    }

    private Action say(String id, String key, Ikon icon, Word word) {
        return Action.of(id, Group.REVIEW, key, icon, () -> deciding.say(word)).blockedBy(deciding.blocked(word));
    }

    @Override
    public String id() {
        return "review";
    }

    @Override
    public String titleKey() {
        return "reviews.title";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignS.SOURCE_PULL;
    }

    @Override
    public Node view() {
        return new ReviewView(model, forks, mailing, deciding, settling, meshes, commenting.comments(), context).node();
    }

    @Override
    public void attach() {
        attached = context.current().follow(design -> {
            var names = new ForkNames();
            model.load(design, names);
            forks.load(design, names);
        });
    }

    @Override
    public void detach() {
        attached.unsubscribe();
    }
}
