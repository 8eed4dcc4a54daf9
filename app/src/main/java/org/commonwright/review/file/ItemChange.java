package org.commonwright.review.file;

import java.util.List;

/// A component of a drawing that is not the same on both sides.
///
/// @param name such as `R1`
/// @param kind what happened to it
/// @param what changed about it, and how it was; of a new or removed one its value and footprint
public record ItemChange(String name, Kind kind, List<Field> what) {
    /// What happened.
    public enum Kind {
        ADDED, REMOVED, MOVED, CHANGED
    }

    public ItemChange {
        what = List.copyOf(what);
    }
}
