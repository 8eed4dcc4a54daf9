package org.commonwright.workbench.review;

import javafx.scene.Node;
import javafx.util.Subscription;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.WorkbenchContext;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The area Review.
public final class ReviewArea implements Area {
    private final WorkbenchContext context;
    private final ReviewViewModel model;
    private final LastMerge lastMerge;
    private Subscription attached = Subscription.EMPTY;

    public ReviewArea(WorkbenchContext context) {
        this.context = context;
        this.model = new ReviewViewModel(context.folders(), context.tasks(), context.notices(), context.current(),
                context.clock());
        this.lastMerge = new LastMerge(context.folders(), context.clock(), context.tasks(), context.tasks().quiet(),
                context.current(), context.notices());
        context.actions().add(Action.of("undo-merge", Group.REVIEW, "merging.undo", MaterialDesignU.UNDO_VARIANT,
                lastMerge::undo).blockedBy(lastMerge.blocked()));
        context.current().follow(lastMerge::load);
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
        return new ReviewView(model, context).node();
    }

    @Override
    public void attach() {
        attached = context.current().follow(model::load);
    }

    @Override
    public void detach() {
        attached.unsubscribe();
    }
}
