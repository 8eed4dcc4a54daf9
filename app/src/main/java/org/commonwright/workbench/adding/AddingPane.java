package org.commonwright.workbench.adding;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.bom.BomLine;
import org.commonwright.design.DesignModule;
import org.commonwright.settings.SettingsFile;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.LoadedPane;
import org.commonwright.workbench.table.Column;
import org.commonwright.workbench.table.DataTable;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The page on which a person chooses what of the workspace's designs comes into the open list: a module as one line, or lines.
public final class AddingPane {
    private final AddingViewModel model;
    private final Controls controls;
    private final Runnable close;
    private final DataTable<BomLine> table;
    private final BorderPane pane = new BorderPane();

    /// @param close called when something was added
    public AddingPane(AddingViewModel model, Controls controls, SettingsFile settings, Runnable close) {
        this.model = model;
        this.controls = controls;
        this.close = close;
        this.table = new DataTable<>("adding", "adding.lines", controls, settings, model.rows(), columns(),
                EmptyState.of(controls, MaterialDesignF.FORMAT_LIST_CHECKS, "adding.no-lines", "adding.no-lines-hint"));
        var tree = new DesignsTree(controls, model::choose);
        var lines = new LoadedPane<>(controls, model.lines().state(),
                () -> EmptyState.of(controls, MaterialDesignC.CUBE_OUTLINE, "adding.choose", "adding.choose-hint"),
                _ -> table.node(), () -> again(model.module().get()));
        var split = new SplitPane(tree.node(), lines.node());
        split.setDividerPositions(0.28);
        SplitPane.setResizableWithParent(tree.node(), false);
        var loaded = new LoadedPane<>(controls, model.designs().state(), Region::new, found -> {
            tree.show(found.roots());
            return split;
        }, model::open);
        table.onOpen(line -> model.addLines(List.of(line), close));
        var hint = new VBox(controls.hint("adding.hint"));
        hint.getStyleClass().add("padded");
        pane.setTop(hint);
        pane.setCenter(loaded.node());
        pane.setBottom(foot());
    }

    public Node node() {
        return pane;
    }

    private void again(@Nullable DesignModule module) {
        if (module != null) {
            model.choose(module);
        }
    }

    private List<Column<BomLine>> columns() {
        return List.of(Column.<BomLine>words("part", "adding.part", BomLine::part).width(220),
                Column.<BomLine>number("quantity", "adding.quantity",
                        line -> line.quantity() == null ? null : line.quantity().number(),
                        (line, formats) -> line.quantity() == null ? "" : formats.quantity(line.quantity())),
                Column.<BomLine>words("description", "adding.description", BomLine::description).width(260),
                Column.<BomLine>words("mpn", "adding.mpn", BomLine::mpn).width(160),
                Column.<BomLine>words("manufacturer", "adding.manufacturer", BomLine::manufacturer).width(140));
    }

    private Node foot() {
        Button module = controls.button("adding.add-module", () -> {
            DesignModule chosen = model.module().get();
            if (chosen != null) {
                model.addModule(chosen, close);
            }
        });
        module.setId("adding-add-module");
        module.setGraphic(Icons.of(MaterialDesignC.CUBE_OUTLINE));
        module.disableProperty().bind(model.module().map(_ -> false).orElse(true));
        Button lines = controls.button("adding.add-lines", () -> model.addLines(table.selectedRows(), close));
        lines.setId("adding-add-lines");
        lines.getStyleClass().add("accent");
        lines.disableProperty().bind(table.selected().map(_ -> false).orElse(true));
        var row = new HBox(8, Controls.spring(),
                controls.explained(module, controls.texts().of("adding.choose-module")),
                controls.explained(lines, controls.texts().of("adding.choose-lines")));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pane-foot");
        return row;
    }
}
