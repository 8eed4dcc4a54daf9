package org.commonwright.workbench.design;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.action.Actions;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.Inspector;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.area.Reveal;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.preview.Preview;
import org.commonwright.workbench.review.comments.DesignComments;
import org.commonwright.workbench.review.comments.PlacedThread;
import org.commonwright.workbench.state.SplitMemory;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The area Design: the tree on the left, the module's card or the file's preview on the right.
final class DesignView {
    private static final double TREE_SHARE = 0.24;

    private final DesignViewModel model;
    private final Controls controls;
    private final Actions actions;
    private final Inspector inspector;
    private final FileInspector facts;
    private final ModuleTreePane tree;
    private final ModuleCardPane cards;
    private final FilePane file;
    private final ManifestsPane manifests;
    private final Node cardNode;
    private final StackPane centre = new StackPane();
    private final SplitPane split;
    private final Node node;
    private final DesignComments comments;
    private boolean inSight;

    DesignView(DesignViewModel model, LargeFilesViewModel large, ManifestsModel manifests,
            DesignComments comments, Controls controls, WorkbenchContext context) {
        Tasks quiet = context.tasks().quiet();
        Notices notices = context.notices();
        this.model = model;
        this.controls = controls;
        this.actions = context.actions();
        this.inspector = context.inspector();
        this.facts = new FileInspector(controls);
        this.comments = comments;
        this.tree = new ModuleTreePane(model, comments, controls);
        this.cards = new ModuleCardPane(model, controls, quiet, notices,
                () -> new ActionControls(controls).button(actions.get("write-manifests")));
        this.manifests = new ManifestsPane(manifests, controls, () -> notices.offer(actions.get("undo-manifests"),
                "workbench-design.manifests-written", manifests.count()), () -> show(model.shown().get()));
        this.file = new FilePane(model, large, controls, quiet, context.navigator(), notices, context.settings(),
                comments);
        this.cardNode = new LoadedPane<>(controls, model.card(), Region::new, cards::of,
                () -> model.select(model.shown().get())).node();
        this.split = new SplitPane(tree.node(), centre);
        SplitMemory.attach(split, "design", TREE_SHARE, context.settings());
        centre.setMinWidth(0);
        model.shown().subscribe(this::show);
        model.preview().subscribe(_ -> inspect());
        comments.onShow(this::reveal);
        comments.onWriting(() -> {
            Node page = inspector.content().get();
            if (page != null) {
                inspector.reveal(page);
            }
        });
        this.node = new LoadedPane<>(controls, model.design(), this::empty, opened -> {
            tree.show(opened);
            return split;
        }, model::again).node();
    }

    Node node() {
        return node;
    }

    /// The area comes into sight or goes; only in sight it fills the pane on the right.
    void inSight(boolean now) {
        inSight = now;
        inspect();
    }

    /// Shows which manifests would be written, in place of what is selected, until something is selected again.
    void showManifests() {
        centre.getChildren().setAll(manifests.node());
    }

    private void inspect() {
        if (!inSight) {
            return;
        }
        switch (model.shown().get()) {
            case Shown.OfModule(var module) when module.source().own() ->
                inspector.show(comments.module(facts.of(module), module.path(), module.name()));
            case Shown.OfModule(var module) -> inspector.show(facts.of(module));
            case Shown.OfFile file when model.preview().get() instanceof Loaded.Ready<Preview>(var preview) ->
                inspector.show(file.module().source().own()
                        ? comments.file(facts.of(file, preview), file.file().path())
                        : facts.of(file, preview));
            case null, default -> inspector.show(null);
        }
    }

    /// The thread of a mark, on the right.
    private void reveal(PlacedThread thread) {
        Node page = inspector.content().get();
        if (inSight && page != null) {
            inspector.reveal(page);
            Node seen = page.lookup("#" + DesignComments.id(thread));
            if (seen != null) {
                Reveal.show(seen);
            }
        }
    }

    private void show(@Nullable Shown shown) {
        inspect();
        switch (shown) {
            case null -> centre.getChildren().clear();
            case Shown.OfModule _ -> centre.getChildren().setAll(cardNode);
            case Shown.OfFolder _ -> {
                // What is shown stays.
            }
            case Shown.OfFile chosen -> centre.getChildren().setAll(file.of(chosen));
            case Shown.Missing _ ->
                centre.getChildren().setAll(EmptyState.of(controls, MaterialDesignC.CUBE_OFF_OUTLINE,
                        "workbench-design.missing-title", "workbench-design.missing-hint"));
        }
    }

    private Node empty() {
        return EmptyState.of(controls, MaterialDesignC.CUBE_OUTLINE, "workbench.design-empty", "workbench.design-hint",
                new ActionControls(controls).button(actions.get("open-folder")));
    }
}
