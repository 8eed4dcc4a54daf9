package org.commonwright.workbench.design;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.commonwright.workbench.WorkbenchContext;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The area Design: modules and files of the open design.
public final class DesignArea implements Area {
    private final WorkbenchContext context;
    private final StackPane pane = new StackPane();
    private Subscription attached = Subscription.EMPTY;

    public DesignArea(WorkbenchContext context) {
        this.context = context;
    }

    @Override
    public String id() {
        return "design";
    }

    @Override
    public String titleKey() {
        return "workbench.area-design";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CUBE_OUTLINE;
    }

    @Override
    public Node view() {
        var controls = new Controls(context.texts());
        pane.getChildren().setAll(EmptyState.of(controls, icon(), "workbench.design-empty", "workbench.design-hint",
                new ActionControls(controls)
                        .button(context.actions().get("open-folder"))));
        return pane;
    }

    @Override
    public void attach() {}

    @Override
    public void detach() {
        attached.unsubscribe();
    }
}
