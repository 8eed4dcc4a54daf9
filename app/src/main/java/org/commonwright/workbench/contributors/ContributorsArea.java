package org.commonwright.workbench.contributors;

import javafx.scene.Node;
import javafx.util.Subscription;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.WorkbenchContext;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The area Contributors.
public final class ContributorsArea implements Area {
    private final WorkbenchContext context;
    private final ContributorsViewModel model;
    private final ContributorsActions actions;
    private Subscription attached = Subscription.EMPTY;

    public ContributorsArea(WorkbenchContext context) {
        this.context = context;
        this.model = new ContributorsViewModel(context.folders(), context.tasks());
        this.actions = new ContributorsActions(context, model);
        actions.register();
    }

    @Override
    public String id() {
        return "contributors";
    }

    @Override
    public String titleKey() {
        return "contributors.title";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignA.ACCOUNT_GROUP_OUTLINE;
    }

    @Override
    public Node view() {
        return actions.over(new ContributorsView(model, actions, context).node());
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
