package org.commonwright.workbench.review.comments;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.review.comment.Anchor;
import org.commonwright.review.comment.CommentThread;
import org.commonwright.review.comment.Placement;

/// A thread and where its place is in what is looked at.
///
/// @param own the remarks that whoever sits here said
/// @param mayNotApply why what it suggests cannot be applied; empty when it can, or nothing is suggested
public record PlacedThread(CommentThread thread, Placement place, Set<ContentId> own, Optional<Fault> mayNotApply) {
    /// Modules first, then files by their paths, within a file from above, and last by the authors' clocks.
    static final Comparator<PlacedThread> IN_ORDER = Comparator
            .comparing((PlacedThread one) -> !(one.at() instanceof Anchor.Module))
            .thenComparing(one -> one.at().path()).thenComparingInt(PlacedThread::row)
            .thenComparing(one -> one.thread().first().time());

    public PlacedThread {
        own = Set.copyOf(own);
    }

    /// Where it is, or was.
    public Anchor at() {
        return place.isGone() ? thread.anchor() : place.now();
    }

    private int row() {
        return switch (at()) {
            case Anchor.Line line -> line.line();
            case Anchor.Cell cell -> cell.row();
            case Anchor.Module _,Anchor.File _,Anchor.Point _,Anchor.Picture _ -> 0;
        };
    }

    /// Whether it stands beside a file.
    public boolean isIn(RepoPath file) {
        return !(at() instanceof Anchor.Module) && at().path().equals(file);
    }

    /// Whether it stands beside one of these modules or files.
    public boolean isHosted(Set<RepoPath> modules, Set<RepoPath> files) {
        return (at() instanceof Anchor.Module ? modules : files).contains(at().path());
    }

    public boolean isSameAs(PlacedThread other) {
        return thread.id().equals(other.thread.id());
    }
}
