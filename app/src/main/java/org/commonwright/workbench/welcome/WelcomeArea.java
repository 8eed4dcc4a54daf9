package org.commonwright.workbench.welcome;

import java.util.List;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.commonwright.settings.RecentDesigns;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The page before a design is open: recent designs, and the ways to open one.
public final class WelcomeArea implements Area {
    private final WelcomeViewModel model;
    private final CloneViewModel cloning;
    private final WorkbenchContext context;
    private final List<Action> ways;
    private Subscription attached = Subscription.EMPTY;

    public WelcomeArea(WorkbenchContext context, DesignOpener opener) {
        this.context = context;
        this.model = new WelcomeViewModel(new RecentDesigns(context.settings()), opener, context.tasks().quiet());
        this.cloning = new CloneViewModel(context.folders().workspace(), context.tasks(), opener);
        var sample = new SampleOpener(context, new RecentDesigns(context.settings()), opener);
        this.ways = List.of(
                Action.of("open-sample", Group.DESIGN, "workbench.open-sample", MaterialDesignP.PLAY_BOX_OUTLINE,
                        sample::open),
                Action.of("open-folder", Group.DESIGN, "workbench.open-folder", MaterialDesignF.FOLDER_OPEN_OUTLINE,
                        opener::choose).withShortcut("Shortcut+O"),
                Action.of("clone", Group.DESIGN, "workbench.clone", MaterialDesignC.CLOUD_DOWNLOAD_OUTLINE,
                        this::showClone).withShortcut("Shortcut+Shift+O"));
        context.actions().add(ways.toArray(Action[]::new));
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
        return new WelcomeView(model, cloning, ways, new Controls(context.texts())).node();
    }

    @Override
    public void attach() {
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

    private void showClone() {
        context.navigator().goTo(id());
        cloning.shown().set(true);
    }
}
