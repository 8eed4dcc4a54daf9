package org.commonwright.git;

/// What becomes of one path of a tree.
public sealed interface TreeEdit {
    /// A file with these bytes; it keeps the mode that it had, and a new one is not executable.
    record Write(byte[] bytes) implements TreeEdit {}

    /// A blob that is already in the repository, with its mode.
    record Use(Version version) implements TreeEdit {}

    /// Nothing is there any more.
    record Delete() implements TreeEdit {}
}
