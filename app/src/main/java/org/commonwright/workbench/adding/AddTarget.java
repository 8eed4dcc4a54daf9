package org.commonwright.workbench.adding;

import java.nio.file.Path;
import java.util.List;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.design.DesignModule;
import org.commonwright.design.add.Addition;
import org.commonwright.design.add.PinWish;
import org.jspecify.annotations.Nullable;

/// The list that something is added to.
public interface AddTarget {
    /// Where it stands now; null when nothing can be added.
    @Nullable
    Place place();

    /// Makes the addition, as one step that can be taken back.
    void accept(Addition addition);

    /// One list.
    ///
    /// @param design the folder of the design that it belongs to
    /// @param document the list as it is being edited
    /// @param at which line the first new one becomes
    /// @param pending pins that were added before and are not saved yet
    record Place(Path design, DesignModule module, BomDocument document, int at, List<PinWish> pending) {}
}
