package org.commonwright.git;

import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// A path that both sides of a merge changed, each to something else. A side that is null has nothing there.
///
/// @param base null also where crossed histories give no single base
public record PathConflict(RepoPath path, @Nullable Version base, @Nullable Version ours, @Nullable Version theirs) {
    /// Whether all that are there are plain files, so that their contents can be merged.
    public boolean isContent() {
        return isFile(ours) && isFile(theirs) && (base == null || isFile(base));
    }

    private static boolean isFile(@Nullable Version version) {
        return version != null
                && (version.kind() == Version.Kind.FILE || version.kind() == Version.Kind.EXECUTABLE);
    }
}
