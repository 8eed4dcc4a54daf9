package org.commonwright.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonwright.design.Workspace;
import org.commonwright.git.CommitOutline;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Decision;
import org.commonwright.governance.Proposal;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.decide.RuleBook;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// The rules of a repository's commits, each read once, and what proposals touch there.
final class RulesAt {
    private final GitRepository repository;
    private final Workspace workspace;
    private final MergeMemory merges;
    private final Progress watch;
    private final Map<CommitId, RuleBook> books = new HashMap<>();
    private final Map<CommitId, Map<CommitId, Reach>> reaches = new HashMap<>();

    RulesAt(GitRepository repository, Workspace workspace) {
        this(repository, workspace, MergeMemory.none(), Progress.NONE);
    }

    /// @param merges what was found out about merges before
    /// @param watch asked while a merge is looked at whether to go on
    RulesAt(GitRepository repository, Workspace workspace, MergeMemory merges, Progress watch) {
        this.repository = repository;
        this.workspace = workspace;
        this.merges = merges;
        this.watch = watch;
    }

    /// The same, with what was found out about merges before, and somebody who may stop it.
    RulesAt telling(MergeMemory known, Progress by) {
        return new RulesAt(repository, workspace, known, by);
    }

    /// @throws org.commonwright.error.Fault while anything is wrong with what the commit's `commons.toml` says
    RuleBook book(CommitId commit) {
        RuleBook book = books.get(commit);
        if (book == null) {
            book = RuleBook.of(repository.tree(commit));
            books.put(commit, book);
        }
        return book;
    }

    /// The newest commit of the branch that a proposal wants to enter.
    CommitId target(Proposal proposal) {
        return target(repository, proposal);
    }

    static CommitId target(GitRepository repository, Proposal proposal) {
        return repository.require("refs/heads/" + proposal.target());
    }

    /// What a proposal reaches on the branch that it wants to enter. Its own word is taken only where its commits are not here, or are
    /// in the branch already: a base that lies on its way would hide what came before it.
    ///
    /// @param into the branch as it is without the proposal
    Reach reach(Proposal proposal, CommitId into) {
        CommitId head = proposal.head();
        if (isHere(head) && isHere(into)) {
            List<CommitId> bases = repository.history().mergeBases(into, head);
            if (!bases.isEmpty() && !bases.contains(head)) {
                return bases.stream().map(base -> between(base, head)).reduce(Reach::and).orElseThrow();
            }
        }
        return isHere(head) && isHere(proposal.base())
                ? between(proposal.base(), head)
                : Reach.said(proposal.modules());
    }

    /// As [#reach(Proposal, CommitId)], and what its merge changed there, where it has been merged and the merge is here.
    ///
    /// @param tip the branch as it is now
    Reach reach(Proposal proposal, Decision decision, CommitId tip) {
        CommitId merge = decision.merge();
        if (merge == null || !isHere(merge)) {
            return reach(proposal, tip);
        }
        List<CommitId> parents = parents(merge);
        return parents.size() == 2 && parents.getLast().equals(proposal.head())
                ? reach(proposal, parents.getFirst()).and(between(parents.getFirst(), merge))
                : reach(proposal, tip);
    }

    /// Where a proposal left the branch: where it says, if that lies on the branch at all.
    Optional<CommitId> left(ProposalState.Head head, CommitId tip) {
        if (isHere(head.base()) && isAncestor(head.base(), tip)) {
            return Optional.of(head.base());
        }
        return isHere(head.head()) ? repository.history().mergeBase(tip, head.head()) : Optional.empty();
    }

    /// What differs between two commits.
    Reach between(CommitId from, CommitId to) {
        Map<CommitId, Reach> known = reaches.computeIfAbsent(from, _ -> new HashMap<>());
        Reach reach = known.get(to);
        if (reach == null) {
            reach = new Reach(new Reviewer(workspace).touched(repository, from, to));
            known.put(to, reach);
        }
        return reach;
    }

    /// What a merge holds that is neither side's.
    ///
    /// @throws org.commonwright.task.CancelledFault when a person cancelled
    List<RepoPath> added(CommitId merge) {
        return merges.of(merge, () -> new MergeTrace(repository, merge, watch).added());
    }

    boolean isHere(CommitId commit) {
        return repository.resolve(commit.hex()).isPresent();
    }

    boolean isAncestor(CommitId a, CommitId b) {
        return repository.history().isAncestor(a, b);
    }

    /// The commits that some have and a branch does not.
    List<CommitId> outside(Set<CommitId> heads, String target) {
        CommitId tip = repository.require("refs/heads/" + target);
        return repository.history().outlines(heads, List.of(tip)).stream().map(CommitOutline::id).toList();
    }

    List<CommitId> parents(CommitId commit) {
        return repository.history().commit(commit).parents();
    }
}
