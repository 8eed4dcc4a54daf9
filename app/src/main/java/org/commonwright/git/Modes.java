package org.commonwright.git;

import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;

/// Between our kinds of tree entries and Git's modes.
final class Modes {
    private Modes() {}

    static FileMode mode(Version.Kind kind) {
        return switch (kind) {
            case FILE -> FileMode.REGULAR_FILE;
            case EXECUTABLE -> FileMode.EXECUTABLE_FILE;
            case LINK -> FileMode.SYMLINK;
            case SUBMODULE -> FileMode.GITLINK;
        };
    }

    static Version version(FileMode mode, AnyObjectId id) {
        Version.Kind kind = mode == FileMode.EXECUTABLE_FILE
                ? Version.Kind.EXECUTABLE
                : mode == FileMode.SYMLINK
                        ? Version.Kind.LINK
                        : mode == FileMode.GITLINK ? Version.Kind.SUBMODULE : Version.Kind.FILE;
        return new Version(id.name(), kind);
    }
}
