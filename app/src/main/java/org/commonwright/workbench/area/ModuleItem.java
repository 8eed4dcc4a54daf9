package org.commonwright.workbench.area;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.control.TreeItem;
import org.commonwright.design.DesignModule;

/// A module in a tree. What is below is made when it is opened: a module may be used many times. One that contains itself, which
/// is told elsewhere, is not shown inside itself.
public final class ModuleItem extends TreeItem<DesignModule> {
    private final Set<DesignModule> above;
    private boolean filled;

    public ModuleItem(DesignModule root) {
        this(root, Set.of());
    }

    private ModuleItem(DesignModule module, Set<DesignModule> above) {
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

    /// Makes what is below, if it is not there yet.
    public void fill() {
        if (!filled) {
            filled = true;
            var path = new HashSet<>(above);
            path.add(getValue());
            getValue().modules().stream().distinct().filter(module -> !path.contains(module))
                    .forEach(module -> getChildren().add(new ModuleItem(module, path)));
        }
    }
}
