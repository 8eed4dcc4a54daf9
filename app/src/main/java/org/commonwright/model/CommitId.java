package org.commonwright.model;

/// The name of a Git commit: forty lower-case hex digits.
public record CommitId(String hex) implements Comparable<CommitId> {
    public CommitId {
        if (!hex.matches("[0-9a-f]{40}")) {
            throw new IllegalArgumentException("not a commit id: " + hex);
        }
    }

    /// The first ten digits, for people.
    public String abbreviated() {
        return hex.substring(0, 10);
    }

    @Override
    public int compareTo(CommitId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
