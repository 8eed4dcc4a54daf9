package org.commonwright.workbench.review.mesh;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.commonwright.mesh.ChangedRegion;
import org.jspecify.annotations.Nullable;

/// What is chosen while two revisions of a mesh are looked at.
final class MeshReviewModel {
    private final MeshPair pair;
    private final ObjectProperty<MeshMode> mode = new SimpleObjectProperty<>(MeshMode.OVERLAY);
    private final DoubleProperty share = new SimpleDoubleProperty(0.5);
    private final ObjectProperty<@Nullable ChangedRegion> region = new SimpleObjectProperty<>();

    MeshReviewModel(MeshPair pair) {
        this.pair = pair;
    }

    MeshPair pair() {
        return pair;
    }

    ObjectProperty<MeshMode> mode() {
        return mode;
    }

    /// How much of the old one is left while swiping, of the new one in the onion skin; 0 to 1.
    DoubleProperty share() {
        return share;
    }

    /// Marks the next region, or the one before; after the last comes the first.
    void step(int by) {
        List<ChangedRegion> all = pair.regions();
        if (!all.isEmpty()) {
            ChangedRegion marked = region.get();
            int at = marked == null ? -1 : all.indexOf(marked);
            region.set(all.get(at < 0 ? by > 0 ? 0 : all.size() - 1 : Math.floorMod(at + by, all.size())));
        }
    }

    /// The region that is marked.
    ObjectProperty<@Nullable ChangedRegion> region() {
        return region;
    }
}
