package org.commonwright.workbench.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import org.commonwright.design.DesignModule;

/// A line of the tree. What is below it is made when it is first opened, so a design of any depth opens at once.
final class TreeNode extends TreeItem<Shown> {
    private final Set<String> open;
    private boolean filled;

    /// @param open the modules that are open, which a tree that is read again takes over
    TreeNode(Shown shown, Set<String> open) {
        super(shown);
        this.open = open;
        if (shown instanceof Shown.OfModule(var module)) {
            String key = module.source().repository() + " " + module.path();
            setExpanded(open.contains(key));
            expandedProperty().subscribe((_, now) -> {
                if (now) {
                    open.add(key);
                } else {
                    open.remove(key);
                }
            });
        }
    }

    @Override
    public boolean isLeaf() {
        return !(getValue() instanceof Shown.OfModule(var module))
                || module.submodules().isEmpty() && module.files().isEmpty();
    }

    @Override
    public ObservableList<TreeItem<Shown>> getChildren() {
        if (!filled) {
            filled = true;
            if (getValue() instanceof Shown.OfModule(var module)) {
                super.getChildren().setAll(below(module));
            }
        }
        return super.getChildren();
    }

    /// Modules first, then files.
    private List<TreeItem<Shown>> below(DesignModule module) {
        List<TreeItem<Shown>> children = new ArrayList<>();
        module.modules().forEach(m -> children.add(new TreeNode(new Shown.OfModule(m), open)));
        module.submodules().stream().filter(s -> s.module() == null)
                .forEach(s -> children.add(new TreeNode(new Shown.Missing(module, s.name()), open)));
        module.files().forEach(f -> children.add(new TreeNode(new Shown.OfFile(module, f, 0), open)));
        return children;
    }
}
