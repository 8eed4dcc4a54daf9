package org.commonwright.git;

import org.commonwright.error.Fault;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// Ends a walk over the paths of a commit that would not come to an end: a dozen folders that hold each other ten times over are a
/// few bytes, and more paths than any disk has room for.
final class TreeBound extends TreeFilter {
    /// Several times what the largest design repositories have.
    static final int MOST = 300_000;

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
        count();
        return true;
    }

    /// One more path.
    void count() {
        if (++seen > MOST) {
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
