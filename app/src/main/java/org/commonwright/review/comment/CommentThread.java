package org.commonwright.review.comment;

import java.util.List;
import java.util.Optional;
import org.commonwright.error.Candidates;
import org.commonwright.error.Fault;
import org.commonwright.governance.Decider;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;

/// A comment, what was answered to it, and whether it is settled.
///
/// @param id the entry that opened it
/// @param at the commit that it was made on
/// @param anchor what it is about, as that commit has it
/// @param subject the review that it was made in
/// @param remarks in the records' order; the first opened the thread
/// @param settling who resolved it; empty while it is open
/// @param states the entries that last said whether it is settled; the next one cites them
public record CommentThread(ContentId id, CommitId at, Anchor anchor, Subject subject, List<Remark> remarks,
        Optional<Settling> settling, List<ContentId> states) {
    public CommentThread {
        remarks = List.copyOf(remarks);
        states = List.copyOf(states);
    }

    /// Who resolved a thread.
    ///
    /// @param applied the commit that made a suggestion true, where that resolved it
    public record Settling(Decider by, Optional<CommitId> applied) {}

    public boolean isOpen() {
        return settling.isEmpty();
    }

    /// Whether nothing is left of it to read.
    public boolean isEmpty() {
        return remarks.stream().allMatch(Remark::withdrawn);
    }

    /// The remark that opened it.
    public Remark first() {
        return remarks.getFirst();
    }

    /// The remark whose id begins so.
    ///
    /// @throws Fault `comments.none`, `comments.ambiguous`
    public Remark beginning(String entry) {
        List<Remark> found = remarks.stream().filter(remark -> remark.entry().hex().startsWith(entry)).toList();
        if (found.size() > 1) {
            throw new Fault("comments.ambiguous", entry, found.size(),
                    Candidates.of(found.stream().map(remark -> remark.entry().hex()).toList()));
        }
        return found.stream().findFirst().orElseThrow(() -> new Fault("comments.none", entry));
    }

    /// The newest remark that suggests something.
    public Optional<Remark> suggested() {
        return remarks.reversed().stream().filter(remark -> remark.suggestion().isPresent()).findFirst();
    }
}
