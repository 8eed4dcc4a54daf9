package org.commonwright.workbench.adding;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.commonwright.design.DesignModule;
import org.commonwright.workbench.area.ModuleCell;
import org.commonwright.workbench.area.ModuleItem;
import org.commonwright.workbench.text.Controls;

/// The designs of the workspace and their modules.
final class DesignsTree {
    private final TreeView<DesignModule> tree = new TreeView<>();

    /// @param choose hears which module was chosen
    DesignsTree(Controls controls, Consumer<DesignModule> choose) {
        tree.setId("adding-designs");
        tree.setShowRoot(false);
        tree.setMinWidth(160);
        tree.setCellFactory(_ -> new ModuleCell());
        controls.name(tree, controls.texts().of("adding.designs"));
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && item.getValue() != null) {
                choose.accept(item.getValue());
            }
        });
    }

    TreeView<DesignModule> node() {
        return tree;
    }

    void show(List<DesignModule> designs) {
        var root = new TreeItem<DesignModule>();
        designs.forEach(design -> root.getChildren().add(new ModuleItem(design)));
        tree.setRoot(root);
        if (!root.getChildren().isEmpty()) {
            root.getChildren().getFirst().setExpanded(true);
        }
        tree.requestFocus();
    }
}
