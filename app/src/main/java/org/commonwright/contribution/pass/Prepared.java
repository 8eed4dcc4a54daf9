package org.commonwright.contribution.pass;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.git.FileChange;
import org.jspecify.annotations.Nullable;

/// What can be known of a commit before those in front of it are: what it changes against its first parent, and how the lines of
/// the changed files match.
final class Prepared {
    private final List<FileChange> changes;
    private final Map<String, int[]> matches = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    Prepared(List<FileChange> changes) {
        this.changes = changes;
    }

    List<FileChange> changes() {
        return changes;
    }

    /// @param match as of [org.commonwright.contribution.diff.LineMatch]
    void put(String older, String newer, int[] match) {
        matches.put(older + newer, match);
        lines.put(newer, match.length);
    }

    void put(String blob, int count) {
        lines.put(blob, count);
    }

    /// Null when it was not prepared.
    int @Nullable [] match(String older, String newer) {
        return matches.get(older + newer);
    }

    /// How many lines a text has; null when it was not prepared, or is none.
    @Nullable
    Integer lines(String blob) {
        return lines.get(blob);
    }
}
