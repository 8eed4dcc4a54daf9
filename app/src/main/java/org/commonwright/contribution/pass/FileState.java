package org.commonwright.contribution.pass;

import org.jspecify.annotations.Nullable;

/// A file as it is in some commits.
///
/// @param blob the id of its bytes
/// @param origins null when its lines are not followed: it is binary, too large, not here, or of a kind that is not counted
public record FileState(String blob, @Nullable LineOrigins origins) {}
