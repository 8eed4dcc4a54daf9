package org.commonwright.workbench.fixes;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.commonwright.design.fix.Fix;
import org.commonwright.error.Problem;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The fixes of a finding as a menu, and what they would change beside it.
public final class FixMenu {
    private final WorkbenchContext context;
    private final FixDesk desk;
    private final Controls controls;
    private final ObjectProperty<@Nullable Problem> chosen = new SimpleObjectProperty<>();
    private @Nullable Node panel;
    private @Nullable ContextMenu open;

    public FixMenu(WorkbenchContext context, FixDesk desk, Controls controls) {
        this.context = context;
        this.desk = desk;
        this.controls = controls;
        context.actions().add(
                Action.of("fix-problem", Group.DESIGN, "workbench.fix-problem", MaterialDesignW.WRENCH_OUTLINE,
                        this::showChosen).withShortcut("Alt+Enter").onlyWhen(
                                chosen.map(problem -> context.problems().finding(problem).isPresent()).orElse(false),
                                "workbench.fix-choose"),
                Action.of("fix-all", Group.DESIGN, "workbench.fix-all", MaterialDesignA.AUTO_FIX, desk::makeClear)
                        .onlyWhen(context.problems().hasClearFix(), "workbench.fix-all-none"),
                Action.of("undo-fix", Group.DESIGN, "workbench.undo-fix", MaterialDesignU.UNDO_VARIANT, desk::undo)
                        .onlyWhen(desk.undoable(), "workbench.undo-fix-none"));
    }

    /// The problem that is chosen in the panel.
    public ObjectProperty<@Nullable Problem> chosen() {
        return chosen;
    }

    /// @param node where the menu opens when it is asked for by a key
    public void at(Node node) {
        panel = node;
    }

    private void showChosen() {
        Problem problem = chosen.get();
        if (problem != null && panel != null) {
            show(problem, panel, Side.TOP);
        }
    }

    /// Opens the menu beside a node.
    public void show(Problem problem, Node beside, Side side) {
        context.problems().finding(problem).ifPresent(finding -> {
            if (open != null) {
                open.hide();
            }
            var menu = new ContextMenu();
            for (Fix fix : finding.fixes()) {
                var item = new MenuItem();
                item.textProperty().bind(controls.texts().of(fix.name()));
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> preview(fix));
                menu.getItems().add(item);
            }
            open = menu;
            menu.show(beside, side, 0, 0);
        });
    }

    /// Shows what a fix would change, at the side.
    public void preview(Fix fix) {
        desk.preview(fix, changes -> {
            Node node = new FixPreview(controls).of(fix, changes, () -> {
                context.inspector().show(null);
                desk.make(fix);
            }, () -> context.inspector().show(null));
            context.inspector().reveal(node);
            node.lookupAll("#fix-make").forEach(Node::requestFocus);
        });
    }
}
