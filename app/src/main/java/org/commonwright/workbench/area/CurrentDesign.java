package org.commonwright.workbench.area;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Which design is open, and when its files or refs changed. Lives on the window's thread.
public final class CurrentDesign {
    private final ReadOnlyObjectWrapper<@Nullable OpenDesign> design = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();

    /// Null while none is open.
    public ReadOnlyObjectProperty<@Nullable OpenDesign> design() {
        return design.getReadOnlyProperty();
    }

    /// Grows whenever files or refs of the open design changed.
    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    public void open(@Nullable OpenDesign next) {
        design.set(next);
        changed();
    }

    /// What was read about the open design. Nothing is loaded anew for it.
    public void describe(String name, @Nullable RepoPath picture) {
        OpenDesign now = design.get();
        if (now != null) {
            design.set(new OpenDesign(now.folder(), name, picture));
        }
    }

    /// Call after writing files, committing or fetching: every area in sight reloads.
    public void changed() {
        revision.set(revision.get() + 1);
    }

    /// Calls `reload` now and after each change; for [Area#attach].
    public Subscription follow(Consumer<@Nullable OpenDesign> reload) {
        return revision.subscribe(_ -> reload.accept(design.get()));
    }

    /// A reason while no design is open; for [org.commonwright.workbench.action.Action#blockedBy].
    public ObservableValue<Optional<Messages.Key>> needed() {
        Optional<Messages.Key> reason = Optional.of(Messages.Key.of("workbench.no-design"));
        return design.map(_ -> Optional.<Messages.Key>empty()).orElse(reason);
    }
}
