package org.commonwright.cli.review;

import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.design.Workspace;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.ProposalState;
import org.commonwright.model.CommitId;
import org.commonwright.record.RecordStore;
import org.commonwright.review.ReviewDesk;
import org.commonwright.review.comment.Subject;
import org.jspecify.annotations.Nullable;

/// What is looked at while one comments.
record CommentedOn(CommitId head, Subject subject) {
    /// @param proposal the proposal that is commented on; null for a branch or a commit
    /// @param revision a branch or a commit; without it the proposal's own commits, else what is checked out
    static CommentedOn asked(CliContext context, GitRepository repository, RecordStore records,
            @Nullable String proposal, @Nullable String revision) {
        return proposal == null
                ? revision(repository, revision)
                : proposal(context, repository, records, proposal, revision);
    }

    private static CommentedOn revision(GitRepository repository, @Nullable String revision) {
        String at = revision == null ? repository.currentBranch().orElse("HEAD") : revision;
        Optional<String> branch = Stream.of("refs/heads/" + at, "refs/remotes/" + at)
                .filter(ref -> repository.refs().get(ref).isPresent()).findFirst();
        return new CommentedOn(repository.require(at), branch.map(Subject::ofBranch).orElse(Subject.NONE));
    }

    private static CommentedOn proposal(CliContext context, GitRepository repository, RecordStore records,
            String proposal,
            @Nullable String revision) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            ProposalState state = new ReviewDesk(repository, records, workspace, InstantSource.system())
                    .proposals().require(proposal);
            CommitId head = revision == null ? state.proposal().head() : repository.require(revision);
            return new CommentedOn(head, Subject.ofProposal(state.id(), state.proposal().source()));
        }
    }
}
