package org.commonwright.workbench.welcome;

import javafx.scene.Node;
import javafx.util.Subscription;
import org.commonwright.settings.RecentDesigns;
import org.commonwright.workbench.WorkbenchContext;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.Area;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// The page before a design is open: recent designs, and the ways to open one.
public final class WelcomeArea implements Area {
    private final WelcomeViewModel model;
    private final WorkbenchContext context;
    private Subscription attached = Subscription.EMPTY;

    public WelcomeArea(WorkbenchContext context, DesignOpener opener) {
        this.context = context;
        this.model = new WelcomeViewModel(new RecentDesigns(context.settings()), opener);
        context.actions().add(Action.of("open-folder", Group.DESIGN, "workbench.open-folder",
                MaterialDesignF.FOLDER_OPEN_OUTLINE, opener::choose).withShortcut("Shortcut+O"));
    }

    @Override
    public String id() {
        return "welcome";
    }

    @Override
    public String titleKey() {
        return "workbench.area-welcome";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignH.HOME_OUTLINE;
    }

    @Override
    public Node view() {
        return new WelcomeView(model, context).node();
    }

    @Override
    public void attach() {
        model.refresh();
        attached = context.current().design().subscribe(_ -> model.refresh());
    }

    @Override
    public void detach() {
        attached.unsubscribe();
    }

    @Override
    public boolean onRail() {
        return false;
    }
}
