package org.commonwright.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.design.Workspace;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Proposal;
import org.commonwright.governance.decide.RuleBook;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// The rules of a repository's commits, each read once, and what proposals touch there.
final class RulesAt {
    private final GitRepository repository;
    private final Workspace workspace;
    private final Map<CommitId, RuleBook> books = new HashMap<>();

    RulesAt(GitRepository repository, Workspace workspace) {
        this.repository = repository;
        this.workspace = workspace;
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
        return repository.require("refs/heads/" + proposal.target());
    }

    /// As the commits say where they are here; a proposer may have said less.
    List<RepoPath> folders(Proposal proposal) {
        if (isHere(proposal.head()) && isHere(proposal.base())) {
            return new Reviewer(workspace).modules(repository, proposal.base(), proposal.head());
        }
        return proposal.modules().isEmpty() ? List.of(RepoPath.ROOT) : proposal.modules();
    }

    boolean isHere(CommitId commit) {
        return repository.resolve(commit.hex()).isPresent();
    }

    boolean isAncestor(CommitId a, CommitId b) {
        return repository.history().isAncestor(a, b);
    }

    List<CommitId> parents(CommitId commit) {
        return repository.history().commit(commit).parents();
    }
}
