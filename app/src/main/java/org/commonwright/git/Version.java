package org.commonwright.git;

/// What is at one path of one tree.
///
/// @param blob the id of its bytes (a submodule's commit for [Kind#SUBMODULE])
public record Version(String blob, Kind kind) {
    /// What Git knows of a file besides its bytes.
    public enum Kind {
        FILE, EXECUTABLE, LINK, SUBMODULE
    }
}
