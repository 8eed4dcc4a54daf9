package org.commonwright.git;

import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// One file that differs between two commits.
///
/// @param path where it is afterwards, or where it was when it is removed
/// @param oldPath where it was before; the same as `path` unless it was renamed; null when it is new
/// @param oldBlob the id of its bytes before; null when it is new
/// @param newBlob the id of its bytes afterwards; null when it is removed
/// @param link whether either side is a symbolic link or a submodule, whose bytes are not a file's
public record FileChange(
        Kind kind,
        RepoPath path,
        @Nullable RepoPath oldPath,
        @Nullable String oldBlob,
        @Nullable String newBlob,
        boolean link) {
    /// What happened to it.
    public enum Kind {
        ADDED, REMOVED, MODIFIED, RENAMED
    }
}
