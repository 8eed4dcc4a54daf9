package org.commonwright.git;

import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// One file that differs between two commits.
///
/// @param path where it is afterwards, or where it was when it is removed
/// @param oldPath where it was before; the same as `path` unless it was renamed; null when it is new
/// @param oldBlob the id of its bytes before; null when it is new
/// @param newBlob the id of its bytes afterwards; null when it is removed
/// @param oldKind null when it is new
/// @param newKind null when it is removed
public record FileChange(
        Kind kind,
        RepoPath path,
        @Nullable RepoPath oldPath,
        @Nullable String oldBlob,
        @Nullable String newBlob,
        Version.@Nullable Kind oldKind,
        Version.@Nullable Kind newKind) {
    /// What happened to it.
    public enum Kind {
        ADDED, REMOVED, MODIFIED, RENAMED
    }

    /// Whether either side is a symbolic link or a submodule, whose bytes are not a file's.
    public boolean link() {
        return wasLink() || isLink();
    }

    /// Whether there was a symbolic link or a submodule before.
    public boolean wasLink() {
        return isLink(oldKind);
    }

    /// Whether there is a symbolic link or a submodule afterwards.
    public boolean isLink() {
        return isLink(newKind);
    }

    private static boolean isLink(Version.@Nullable Kind kind) {
        return kind == Version.Kind.LINK || kind == Version.Kind.SUBMODULE;
    }
}
