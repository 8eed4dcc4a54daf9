package org.commonwright.bom.diff;

/// What a person decided about a conflict in a table.
public sealed interface Choice {
    /// What stands here.
    record Ours() implements Choice {}

    /// What stands there.
    record Theirs() implements Choice {}

    /// What stood there before either changed it.
    record Base() implements Choice {}

    /// Something else, for one cell.
    record Value(String text) implements Choice {}
}
