package org.commonwright.workbench.contributors;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.area.ModuleChooser;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Everybody's part of a module: by share, time, module, file, cell, effort; what was stated about it, and what inflates it.
final class ContributorsView {
    private final ContributorsViewModel model;
    private final WorkbenchContext context;
    private final Controls controls;
    private final ModuleChooser chooser;
    private final SharesPane shares;
    private final CountedFoot foot;
    private final BorderPane whole = new BorderPane();
    private final MonthsPane months;
    private final KnowledgePane knowledge;
    private final HeatPane heat;
    private final CellsPane cells;
    private final EffortPane efforts;
    private final StatementsPane statements;
    private final NotesPane notes;
    private final BorderPane pane = new BorderPane();

    ContributorsView(ContributorsViewModel model, ContributorsActions actions, WorkbenchContext context) {
        this.model = model;
        this.context = context;
        this.controls = new Controls(context.texts());
        this.foot = new CountedFoot(controls, context);
        this.chooser = new ModuleChooser(controls, "contributors.module", model::choose);
        this.shares = new SharesPane(model, actions, controls, context);
        this.months = new MonthsPane(controls, context);
        this.knowledge = new KnowledgePane(controls, context);
        this.heat = new HeatPane(controls, context);
        this.cells = new CellsPane(controls, context);
        this.efforts = new EffortPane(model, controls, context);
        this.statements = new StatementsPane(model, controls, context);
        this.notes = new NotesPane(model, controls, context);
        Tab noted = tab("notes.title", notes.node());
        noted.selectedProperty().subscribe(model::showNotes);
        whole.setCenter(
                new TabPane(tab("contributors.tab-shares", shares.node()), tab("contributors.tab-time", months.node()),
                        tab("contributors.tab-modules", knowledge.node()), tab("contributors.tab-files", heat.node()),
                        tab("contributors.tab-cells", cells.node()),
                        tab("contributors.tab-efforts", efforts.node()),
                        tab("contributors.tab-statements", statements.node()), noted));
        whole.setBottom(foot.node());
        var loaded = new LoadedPane<>(controls, model.parts().state(), this::empty, this::show, model::reload);
        pane.setTop(head());
        pane.setCenter(loaded.node());
        controls.texts().formats().subscribe((_, _) -> refresh());
    }

    Node node() {
        return pane;
    }

    private Tab tab(String key, Node content) {
        var tab = new Tab("", content);
        tab.textProperty().bind(controls.texts().of(key));
        tab.setClosable(false);
        return tab;
    }

    private Node head() {
        var row = new HBox(8, controls.heading("contributors.title"), Controls.spring(), chooser.node());
        chooser.node().visibleProperty().bind(model.parts().state().map(Loaded.Ready.class::isInstance));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pane-head");
        return row;
    }

    private Node empty() {
        if (model.isOpen()) {
            Button again = controls.button("contributors.read-again", model::reload);
            return EmptyState.of(controls, MaterialDesignA.ACCOUNT_GROUP_OUTLINE, "contributors.stopped",
                    "contributors.stopped-hint", again);
        }
        var open = new ActionControls(controls).button(context.actions().get("open-folder"));
        return EmptyState.of(controls, MaterialDesignA.ACCOUNT_GROUP_OUTLINE, "contributors.empty",
                "contributors.empty-hint", open);
    }

    private Node show(Parts parts) {
        chooser.show(parts.modules(), parts.folder());
        refresh();
        return whole;
    }

    private void refresh() {
        Parts parts = model.parts().value();
        if (parts == null) {
            return;
        }
        shares.show(parts);
        months.show(parts.insights().months(), parts.contributions().parts());
        knowledge.show(parts);
        heat.show(parts.insights().files());
        cells.show(parts);
        efforts.show(parts);
        statements.show(parts);
        notes.refresh();
        foot.show(parts);
    }
}
