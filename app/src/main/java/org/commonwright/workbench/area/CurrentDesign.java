package org.commonwright.workbench.area;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final Set<RepoPath> written = new TreeSet<>();

    /// Null while none is open.
    public ReadOnlyObjectProperty<@Nullable OpenDesign> design() {
        return design.getReadOnlyProperty();
    }

    /// Grows whenever files or refs of the open design changed.
    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    public void open(@Nullable OpenDesign next) {
        OpenDesign before = design.get();
        if (before == null || next == null || !before.folder().equals(next.folder())) {
            written.clear();
        }
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

    /// Call after fetching, or when another program wrote: every area in sight reloads.
    public void changed() {
        revision.set(revision.get() + 1);
    }

    /// Call after a person's work was written to files of the design: they are what the next commit takes.
    ///
    /// @param folder the design's; when another one is open by now, nothing is noted
    /// @param files paths in the design; none when only what is around it changed
    public void wrote(Path folder, Collection<RepoPath> files) {
        if (isOpen(folder)) {
            written.addAll(files);
        }
        changed();
    }

    /// Files of the design that were written in this window and not committed in it since.
    public Set<RepoPath> writtenHere() {
        return Set.copyOf(written);
    }

    /// Call after a commit.
    ///
    /// @param folder as of [#wrote]
    public void committed(Path folder, Collection<RepoPath> files) {
        if (isOpen(folder)) {
            written.removeAll(files);
        }
        changed();
    }

    private boolean isOpen(Path folder) {
        OpenDesign now = design.get();
        return now != null && now.folder().equals(folder);
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
