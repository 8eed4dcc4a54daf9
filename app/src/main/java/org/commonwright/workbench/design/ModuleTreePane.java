package org.commonwright.workbench.design;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import org.commonwright.design.DesignModule;
import org.commonwright.design.FileRole;
import org.commonwright.workbench.review.comments.DesignComments;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The tree of modules and files on the left.
final class ModuleTreePane {
    private static final int SEARCHED = 20_000;

    private final DesignViewModel model;
    private final DesignComments comments;
    private final Controls controls;
    private final TreeView<Shown> tree = new TreeView<>();
    private final Set<String> open = new HashSet<>();
    private boolean following;

    ModuleTreePane(DesignViewModel model, DesignComments comments, Controls controls) {
        this.model = model;
        this.comments = comments;
        comments.follow(tree::refresh);
        this.controls = controls;
        tree.setId("module-tree");
        tree.getStyleClass().addAll("edge-to-edge", "dense-tree");
        tree.setCellFactory(_ -> new Cell());
        controls.name(tree, controls.texts().of("workbench-design.tree"));
        controls.texts().messages().subscribe(_ -> tree.refresh());
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && !following && !same(item.getValue(), model.shown().get())) {
                model.select(item.getValue());
            }
        });
        model.shown().subscribe(this::follow);
    }

    Node node() {
        return tree;
    }

    /// Shows another tree; what is selected stays so.
    void show(OpenedDesign design) {
        if (tree.getRoot() == null || tree.getRoot().getValue().module() != design.tree().root()) {
            following = true;
            var root = new TreeNode(new Shown.OfModule(design.tree().root()), open);
            root.setExpanded(true);
            tree.setRoot(root);
            following = false;
        }
        follow(model.shown().get());
    }

    /// Selects what the view-model selected.
    private void follow(@Nullable Shown shown) {
        TreeItem<Shown> selected = tree.getSelectionModel().getSelectedItem();
        if (shown == null || tree.getRoot() == null || selected != null && same(selected.getValue(), shown)) {
            return;
        }
        find(shown).ifPresent(item -> {
            following = true;
            for (TreeItem<Shown> above = item.getParent(); above != null; above = above.getParent()) {
                above.setExpanded(true);
            }
            tree.getSelectionModel().select(item);
            tree.scrollTo(Math.max(0, tree.getRow(item) - 4));
            following = false;
        });
    }

    /// The nearest place where it is in the tree; a module may have several.
    private Optional<TreeItem<Shown>> find(Shown wanted) {
        Deque<TreeItem<Shown>> todo = new ArrayDeque<>(List.of(tree.getRoot()));
        for (int n = 0; n < SEARCHED && !todo.isEmpty(); n++) {
            TreeItem<Shown> at = todo.poll();
            if (same(at.getValue(), wanted)) {
                return Optional.of(at);
            }
            if (at.getValue() instanceof Shown.OfModule || holds(at.getValue(), wanted)) {
                todo.addAll(at.getChildren());
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Shown folder, Shown wanted) {
        return folder instanceof Shown.OfFolder(var module, var path) && wanted instanceof Shown.OfFile(var m, var f, _)
                && module == m && f.path().isUnder(path);
    }

    private static boolean same(Shown a, @Nullable Shown b) {
        return a instanceof Shown.OfFile(var m, var f, _) && b instanceof Shown.OfFile(var n, var g, _)
                ? m == n && f.equals(g)
                : a.equals(b);
    }

    private final class Cell extends TreeCell<Shown> {
        @Override
        protected void updateItem(Shown shown, boolean empty) {
            super.updateItem(shown, empty);
            if (empty || shown == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setTooltip(null);
            switch (shown) {
                case Shown.OfModule(var module) -> {
                    fill(label(module), MaterialDesignC.CUBE_OUTLINE, "accent-icon");
                    mark(module, comments.countOfModule(module.path()));
                }
                case Shown.OfFolder(_, var folder) ->
                    fill(folder.fileName(), MaterialDesignF.FOLDER_OUTLINE, "muted-icon");
                case Shown.OfFile(var module, var file, _) -> {
                    fill(file.path().fileName(), icon(file.role()), "muted-icon");
                    mark(module, comments.count(file.path()));
                }
                case Shown.Missing(_, var name) ->
                    fill(controls.texts().now("workbench-design.missing-module", name),
                            MaterialDesignC.CUBE_OFF_OUTLINE,
                            "warning-icon");
            }
        }

        private void fill(String text, Ikon ikon, String iconClass) {
            var icon = Icons.of(ikon);
            icon.getStyleClass().add(iconClass);
            setText(text);
            setAccessibleText(text);
            setGraphic(icon);
        }

        /// How many comments are open on it.
        private void mark(DesignModule module, long open) {
            if (open > 0 && module.source().own()) {
                var said = Icons.of(MaterialDesignC.COMMENT_TEXT_OUTLINE);
                said.getStyleClass().add("accent-icon");
                var both = new HBox(4, getGraphic(), said);
                both.setAlignment(Pos.CENTER_LEFT);
                setGraphic(both);
                setTooltip(controls.tooltip(controls.texts().of("remarks.open", open)));
                setAccessibleText(getText() + ", " + controls.texts().now("remarks.open", open));
            }
        }

        private String label(DesignModule module) {
            return module.version().isEmpty() ? module.name() : module.name() + "  " + module.version();
        }
    }

    static Ikon icon(FileRole role) {
        return switch (role) {
            case MANIFEST -> MaterialDesignT.TAG_OUTLINE;
            case BOM -> MaterialDesignF.FORMAT_LIST_BULLETED;
            case OFFERS -> MaterialDesignC.CART_OUTLINE;
            case SOURCE -> MaterialDesignP.PENCIL_RULER;
            case EXPORT -> MaterialDesignS.SHAPE_OUTLINE;
            case FABRICATION -> MaterialDesignP.PRINTER_3D_NOZZLE_OUTLINE;
            case DOCS -> MaterialDesignF.FILE_DOCUMENT_OUTLINE;
            case PICTURE -> MaterialDesignF.FILE_IMAGE_OUTLINE;
            case OTHER -> MaterialDesignF.FILE_OUTLINE;
        };
    }
}
