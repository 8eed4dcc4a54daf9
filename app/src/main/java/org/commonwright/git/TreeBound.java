package org.commonwright.git;

import org.commonwright.error.Fault;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// Ends a walk over the paths of a commit that would not come to an end: a dozen folders that hold each other ten times over are a
/// few bytes, and more paths than any disk has room for. So is a name of a million letters with a hundred thousand files below it.
final class TreeBound extends TreeFilter {
    /// Several times what the largest design repositories have.
    static final int MOST = 300_000;
    /// In bytes; few paths are as long. A longer one counts as often as it has this length: it takes so much more memory.
    private static final int LONG = 250;

    private final String commit;
    private int seen;

    private TreeBound(String commit) {
        this.commit = commit;
    }

    /// Bounds a walk.
    ///
    /// @param filter what the walk looks at
    /// @param commit named in the fault `git.too-many-paths`
    static void set(TreeWalk walk, TreeFilter filter, AnyObjectId commit) {
        TreeFilter bound = of(commit);
        walk.setFilter(filter == TreeFilter.ALL ? bound : AndTreeFilter.create(filter, bound));
    }

    /// For whoever counts himself.
    static TreeBound of(AnyObjectId commit) {
        return new TreeBound(commit.abbreviate(8).name());
    }

    @Override
    public boolean include(TreeWalk walker) {
        count(walker.getPathLength());
        return true;
    }

    /// One more path.
    ///
    /// @param length in bytes
    void count(int length) {
        seen += 1 + length / LONG;
        if (seen > MOST) {
            throw new Fault("git.too-many-paths", commit, MOST);
        }
    }

    @Override
    public boolean shouldBeRecursive() {
        return false;
    }

    @Override
    public TreeFilter clone() {
        return this;
    }
}
