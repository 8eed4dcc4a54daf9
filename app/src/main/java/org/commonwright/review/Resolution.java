package org.commonwright.review;

/// What a person decided about a conflict.
public sealed interface Resolution {
    /// What the target branch has.
    record Ours() implements Resolution {}

    /// What the proposal has.
    record Theirs() implements Resolution {}

    /// Something else, for a cell or lines of a text.
    record Value(String text) implements Resolution {}
}
