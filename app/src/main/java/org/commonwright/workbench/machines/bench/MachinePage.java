package org.commonwright.workbench.machines.bench;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;

/// A page of one machine beside its program: a tab of its own.
///
/// @param id by which it is asked for
/// @param titleKey the key of its title
/// @param shown done each time when it comes into sight
/// @param open takes a file of its own kind
public record MachinePage(String id, String titleKey, Node node, Runnable shown, Consumer<Path> open) {
    public MachinePage(String id, String titleKey, Node node) {
        this(id, titleKey, node, () -> {}, _ -> {});
    }

    public MachinePage whenShown(Runnable newShown) {
        return new MachinePage(id, titleKey, node, newShown, open);
    }

    public MachinePage opening(Consumer<Path> newOpen) {
        return new MachinePage(id, titleKey, node, shown, newOpen);
    }
}
