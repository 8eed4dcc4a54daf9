package org.commonwright.review.fork;

import java.util.Locale;

/// What a fork is to the branch that it is compared with.
public enum ForkKind {
    /// It has commits that the branch lacks.
    OPEN,
    /// All its commits are in the branch.
    MERGED,
    /// Its commits are not in the branch, but all that they change is.
    TAKEN,
    /// One of the two histories was written anew: it begins with commits that the branch has under other names.
    REWRITTEN,
    /// The histories share nothing.
    UNRELATED,
    /// History was left out here (a shallow clone, objects that are missing) before the place where it left the branch.
    CUT,
    /// Its last commit, or what is to be compared, is not here or damaged.
    DAMAGED;

    /// As JSON says it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether what it changes is known and not in the branch: such forks can overlap and conflict.
    public boolean isComparable() {
        return this == OPEN || this == REWRITTEN;
    }
}
