package org.commonwright.workbench.area;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What the pane on the right shows of the selected thing.
public final class Inspector {
    private final ReadOnlyObjectWrapper<@Nullable Node> content = new ReadOnlyObjectWrapper<>();

    private Runnable onReveal = () -> {};

    /// Null while nothing is selected.
    public ReadOnlyObjectProperty<@Nullable Node> content() {
        return content.getReadOnlyProperty();
    }

    public void show(@Nullable Node node) {
        content.set(node);
    }

    /// Shows what a person asked for, and opens the pane when it is folded away.
    public void reveal(Node node) {
        content.set(node);
        onReveal.run();
    }

    /// @param open unfolds the pane
    public void whenRevealed(Runnable open) {
        onReveal = open;
    }
}
