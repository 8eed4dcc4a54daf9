package org.commonwright.workbench.review;

import javafx.scene.Node;
import javafx.util.Subscription;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.WorkbenchContext;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The area Review.
public final class ReviewArea implements Area {
    private final WorkbenchContext context;
    private final ReviewViewModel model;
    private Subscription attached = Subscription.EMPTY;

    public ReviewArea(WorkbenchContext context) {
        this.context = context;
        this.model = new ReviewViewModel(context.folders(), context.tasks(), context.notices(), context.current(),
                context.clock());
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
