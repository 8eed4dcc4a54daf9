package org.commonwright.workbench.adding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.commonwright.design.DesignModule;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The designs of the workspace and their modules.
final class DesignsTree {
    private final TreeView<DesignModule> tree = new TreeView<>();

    /// @param choose hears which module was chosen
    DesignsTree(Controls controls, Consumer<DesignModule> choose) {
        tree.setId("adding-designs");
        tree.setShowRoot(false);
        tree.setMinWidth(160);
        tree.setCellFactory(_ -> new Cell());
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
        designs.forEach(design -> root.getChildren().add(new Item(design, Set.of())));
        tree.setRoot(root);
        if (!root.getChildren().isEmpty()) {
            root.getChildren().getFirst().setExpanded(true);
        }
        tree.requestFocus();
    }

    /// What is below is made when it is opened: a module may be used many times.
    private static final class Item extends TreeItem<DesignModule> {
        private final Set<DesignModule> above;
        private boolean filled;

        Item(DesignModule module, Set<DesignModule> above) {
            super(module);
            this.above = above;
            expandedProperty().subscribe(open -> {
                if (open) {
                    fill();
                }
            });
        }

        @Override
        public boolean isLeaf() {
            return getValue().modules().isEmpty();
        }

        private void fill() {
            if (!filled) {
                filled = true;
                var path = new HashSet<>(above);
                path.add(getValue());
                getValue().modules().stream().distinct().filter(m -> !path.contains(m))
                        .forEach(module -> getChildren().add(new Item(module, path)));
            }
        }
    }

    private static final class Cell extends TreeCell<DesignModule> {
        @Override
        protected void updateItem(DesignModule module, boolean empty) {
            super.updateItem(module, empty);
            setText(empty || module == null ? null : module.name());
            setGraphic(empty || module == null
                    ? null
                    : Icons.of(module.source().own() ? MaterialDesignC.CUBE_OUTLINE : MaterialDesignC.CUBE_SEND));
        }
    }
}
