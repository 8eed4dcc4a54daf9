package org.commonwright.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.RevWalkUtils;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/// Commits, their order and kinship.
public final class History {
    private static final long MAILMAP_LIMIT = 4L << 20;

    private final Repository jgit;
    private final Path folder;

    History(Repository jgit, Path folder) {
        this.jgit = jgit;
        this.folder = folder;
    }

    /// How many commits each of two has that the other lacks.
    public record AheadBehind(int ahead, int behind) {}

    /// Which end a walk starts at.
    public enum Order {
        /// Children before their parents.
        NEWEST_FIRST,
        /// Parents before their children.
        OLDEST_FIRST
    }

    /// One commit.
    ///
    /// @throws org.commonwright.error.Fault `git.missing-object` when it is not here
    public CommitInfo commit(CommitId id) {
        return GitIo.call(folder, () -> {
            try (var walk = new RevWalk(jgit)) {
                return info(walk.parseCommit(Ids.object(id)));
            }
        });
    }

    /// Every commit that `tips` reach, each once, in topological order. Messages are read as the stream is, so that the
    /// memory needed is some hundred bytes a commit. Close the stream; a fault may come while it is read.
    public Stream<CommitInfo> walk(Collection<CommitId> tips, Order order) {
        return walk(tips, List.of(), order);
    }

    /// As [#walk(Collection, Order)], without what `excluded` reach.
    public Stream<CommitInfo> walk(Collection<CommitId> tips, Collection<CommitId> excluded, Order order) {
        return GitIo.call(folder, () -> {
            var walk = new RevWalk(jgit);
            walk.setRetainBody(false);
            walk.sort(RevSort.TOPO);
            if (order == Order.OLDEST_FIRST) {
                walk.sort(RevSort.REVERSE, true);
            }
            for (CommitId tip : tips) {
                walk.markStart(walk.parseCommit(Ids.object(tip)));
            }
            for (CommitId no : excluded) {
                walk.markUninteresting(walk.parseCommit(Ids.object(no)));
            }
            return StreamSupport.stream(new Walking(walk), false).onClose(walk::close);
        });
    }

    /// Every commit that `tips` reach and `excluded` do not, in the order of [Order#OLDEST_FIRST]; each is read once.
    public List<CommitOutline> outlines(Collection<CommitId> tips, Collection<CommitId> excluded) {
        return GitIo.call(folder, () -> {
            try (var walk = new OutlineWalk(jgit)) {
                return walk.read(tips, excluded);
            }
        });
    }

    /// A best common ancestor. Where histories crossed and several are best, the one that was committed last.
    public Optional<CommitId> mergeBase(CommitId a, CommitId b) {
        List<CommitId> all = mergeBases(a, b);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /// All best common ancestors, the one that was committed last in front.
    public List<CommitId> mergeBases(CommitId a, CommitId b) {
        return GitIo.call(folder, () -> {
            try (var walk = new RevWalk(jgit)) {
                walk.setRevFilter(RevFilter.MERGE_BASE);
                walk.markStart(walk.parseCommit(Ids.object(a)));
                walk.markStart(walk.parseCommit(Ids.object(b)));
                var bases = new ArrayList<RevCommit>();
                for (RevCommit base = walk.next(); base != null; base = walk.next()) {
                    bases.add(base);
                }
                return bases.stream()
                        .sorted((x, y) -> x.getCommitTime() != y.getCommitTime()
                                ? Integer.compare(y.getCommitTime(), x.getCommitTime())
                                : x.compareTo(y))
                        .map(Ids::commit).toList();
            }
        });
    }

    /// Whether `ancestor` is reached from `descendant`; a commit is its own ancestor.
    public boolean isAncestor(CommitId ancestor, CommitId descendant) {
        return GitIo.call(folder, () -> {
            try (var walk = new RevWalk(jgit)) {
                return walk.isMergedInto(walk.parseCommit(Ids.object(ancestor)),
                        walk.parseCommit(Ids.object(descendant)));
            }
        });
    }

    public AheadBehind aheadBehind(CommitId ours, CommitId theirs) {
        return GitIo.call(folder, () -> {
            try (var walk = new RevWalk(jgit)) {
                RevCommit a = walk.parseCommit(Ids.object(ours));
                RevCommit b = walk.parseCommit(Ids.object(theirs));
                return new AheadBehind(RevWalkUtils.count(walk, a, b), RevWalkUtils.count(walk, b, a));
            }
        });
    }

    /// The `.mailmap` of a commit; an empty one when it has none.
    public Mailmap mailmap(CommitId at) {
        var tree = new CommitTree(jgit, at);
        var path = new RepoPath(".mailmap");
        return tree.exists(path)
                ? Mailmap.parse(new String(tree.read(path, MAILMAP_LIMIT), StandardCharsets.UTF_8))
                : Mailmap.EMPTY;
    }

    static CommitInfo info(RevCommit commit) {
        var parents = new ArrayList<CommitId>(commit.getParentCount());
        for (RevCommit parent : commit.getParents()) {
            parents.add(Ids.commit(parent));
        }
        PersonIdent author = commit.getAuthorIdent();
        PersonIdent committer = commit.getCommitterIdent();
        return new CommitInfo(Ids.commit(commit), List.copyOf(parents), Ids.person(author), when(author),
                Ids.person(committer), when(committer), commit.getFullMessage());
    }

    private static Instant when(@Nullable PersonIdent ident) {
        return ident == null ? Instant.EPOCH : ident.getWhenAsInstant();
    }

    private final class Walking extends Spliterators.AbstractSpliterator<CommitInfo> {
        private final RevWalk walk;

        Walking(RevWalk walk) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
            this.walk = walk;
        }

        @Override
        public boolean tryAdvance(Consumer<? super CommitInfo> action) {
            CommitInfo next = GitIo.call(folder, this::next);
            if (next == null) {
                return false;
            }
            action.accept(next);
            return true;
        }

        private @Nullable CommitInfo next() throws IOException {
            RevCommit commit = walk.next();
            if (commit == null) {
                return null;
            }
            walk.parseBody(commit);
            CommitInfo info = info(commit);
            commit.disposeBody();
            return info;
        }
    }
}
