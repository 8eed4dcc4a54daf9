package org.commonwright.workbench.review.mesh;

import java.util.Locale;

/// How two revisions of a mesh are looked at.
enum MeshMode {
    /// Both in one picture; what only one of them has is coloured.
    OVERLAY,
    /// The new one over the old one, up to a line that moves.
    SWIPE,
    /// One beside the other; they turn together.
    SIDE,
    /// The new one over the old one, more or less transparent.
    ONION,
    /// The new one, coloured by its distance to the old one.
    MAP;

    /// The end of its text's key.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether how much of the new one is seen can be set.
    boolean slides() {
        return this == SWIPE || this == ONION;
    }
}
