package org.commonwright.model;

/// The name of a Git commit: forty lower-case hex digits.
public record CommitId(String hex) implements Comparable<CommitId> {
    private static final int DIGITS = 40;

    public CommitId {
        if (!isId(hex)) {
            throw new IllegalArgumentException("not a commit id: " + hex);
        }
    }

    private static boolean isId(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return hex.length() == DIGITS;
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
