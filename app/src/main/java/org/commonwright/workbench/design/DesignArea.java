package org.commonwright.workbench.design;

import javafx.scene.Node;
import javafx.util.Subscription;
import org.commonwright.design.Workspace;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.FileSelection;
import org.commonwright.workbench.area.Selection;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.review.comments.DesignComments;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The area Design: modules and files of the open design.
public final class DesignArea implements Area {
    private final WorkbenchContext context;
    private final Workspace workspace;
    private final DesignViewModel model;
    private final LargeFilesViewModel large;
    private final ManifestsModel manifests;
    private final DesignComments comments;
    private @Nullable DesignView view;
    private Subscription attached = Subscription.EMPTY;

    public DesignArea(WorkbenchContext context) {
        this.context = context;
        this.workspace = new Workspace(context.folders().workspace());
        this.model = new DesignViewModel(workspace, context.tasks(), context.tasks().quiet(), context.current(),
                context.problems());
        this.large = new LargeFilesViewModel(context.current(), context.tasks(), context.tasks().quiet(),
                context.notices());
        Action fetch = Action.of("fetch-large-files", Group.DESIGN, "workbench-design.fetch-large",
                MaterialDesignC.CLOUD_DOWNLOAD_OUTLINE, large::fetchAll).blockedBy(large.blocked());
        context.actions().add(fetch);
        large.offer(fetch);
        this.manifests = new ManifestsModel(workspace, context.tasks(), context.current(), context.notices());
        this.comments = new DesignComments(context);
        context.finders().add(new DesignFinder(model, context.navigator()));
        context.actions().add(
                Action.of("write-manifests", Group.DESIGN, "workbench-design.manifests-write",
                        MaterialDesignF.FILE_DOCUMENT_EDIT_OUTLINE, this::offer).blockedBy(context.current().needed()),
                Action.of("undo-manifests", Group.DESIGN, "workbench-design.manifests-undo", MaterialDesignU.UNDO,
                        manifests::undo).onlyWhen(manifests.written(), "workbench-design.manifests-no-undo"));
    }

    private void offer() {
        context.navigator().goTo(id());
        if (view != null) {
            view.showManifests();
            manifests.draft();
        }
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
        view = new DesignView(model, large, manifests, comments, new Controls(context.texts()), context);
        return view.node();
    }

    @Override
    public void attach() {
        attached = Subscription.combine(context.current().follow(model::load), comments.follow());
        if (view != null) {
            view.inSight(true);
        }
    }

    @Override
    public void detach() {
        attached.unsubscribe();
        if (view != null) {
            view.inSight(false);
        }
    }

    @Override
    public void select(Selection selection) {
        if (selection instanceof FileSelection file) {
            model.jumpTo(file);
        }
    }

    @Override
    public void close() {
        workspace.close();
    }
}
