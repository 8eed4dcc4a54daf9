package org.commonwright.review.file;

import org.jspecify.annotations.Nullable;

/// A field of a manifest that is not the same on both sides.
///
/// @param name keys joined with dots; `part[Rod].mass` for a field of the table that is called so
/// @param before null when it is added
/// @param after null when it is removed
public record Field(String name, @Nullable String before, @Nullable String after) {}
