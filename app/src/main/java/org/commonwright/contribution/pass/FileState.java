package org.commonwright.contribution.pass;

import org.jspecify.annotations.Nullable;

/// A file as it is in some commits.
///
/// @param blob the id of its bytes
/// @param origins null when its lines are not followed: it is binary, too large, not here, or of a kind that is not counted
/// @param asleep the file when its lines were last followed, where it is still a text and only a program's for now: nobody gains
///         a file's lines by giving it a program's name, beginning or neighbour for a commit
public record FileState(String blob, @Nullable LineOrigins origins, @Nullable FileState asleep) {
    public FileState(String blob, @Nullable LineOrigins origins) {
        this(blob, origins, null);
    }

    /// The lines that the next version is compared with.
    @Nullable
    FileState text() {
        return origins == null ? asleep : this;
    }
}
