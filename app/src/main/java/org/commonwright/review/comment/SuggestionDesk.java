package org.commonwright.review.comment;

import java.time.InstantSource;
import java.util.Optional;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.ProposalState;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.record.RecordStore;
import org.commonwright.review.ReviewDesk;
import org.commonwright.review.comment.Applied.PutForward;

/// Makes a suggestion true, and puts the branch's proposal forward with it when whoever does so has proposed it. Work on the branch that
/// was not put forward before is not put forward along with it.
public final class SuggestionDesk {
    private final GitRepository repository;
    private final RecordStore records;
    private final Suggestions suggestions;
    private final ReviewDesk desk;

    public SuggestionDesk(GitRepository repository, RecordStore records, Workspace workspace, InstantSource clock) {
        this.repository = repository;
        this.records = records;
        this.suggestions = new Suggestions(repository, records, clock);
        this.desk = new ReviewDesk(repository, records, workspace, clock);
    }

    /// @throws Fault what [Suggestions#apply] throws; then nothing was done
    public Applied apply(CommentThread thread, Remark remark, String branch) {
        // Before the commit: what it settles is said after it.
        records.maySpeak();
        Optional<ProposalState> proposal = Suggestions.isHere(repository, branch)
                ? of(thread, branch)
                : Optional.empty();
        boolean level = proposal.filter(state -> repository.require(Suggestions.full(branch))
                .equals(state.proposal().head())).isPresent();
        CommitId commit = suggestions.apply(thread, remark, branch);
        return new Applied(commit, branch, proposal.map(state -> putForward(state, level, commit, branch)));
    }

    /// The open proposal that comes from a branch.
    private Optional<ProposalState> of(CommentThread thread, String branch) {
        return desk.proposals().list().stream().filter(ProposalState::isOpen)
                .filter(state -> Suggestions.full(state.proposal().source()).equals(Suggestions.full(branch)))
                .filter(state -> thread.subject().proposal().isEmpty()
                        || thread.subject().proposal().get().hex().equals(state.id()))
                .findFirst();
    }

    private PutForward putForward(ProposalState state, boolean level, CommitId commit, String branch) {
        String title = state.proposal().title();
        String id = state.id().substring(0, 12);
        if (!state.agent().equals(records.identity().agent())) {
            return new PutForward(state.id(), false, Messages.Key.of("comments.theirs-to-put-forward", title,
                    state.proposal().head().abbreviated(), state.proposal().person().name(), id));
        }
        if (!level) {
            return new PutForward(state.id(), false, Messages.Key.of("comments.yours-to-put-forward", title,
                    state.proposal().head().abbreviated(), id));
        }
        try {
            desk.revise(state, branch);
            return new PutForward(state.id(), true,
                    Messages.Key.of("comments.put-forward", title, commit.abbreviated()));
        } catch (Fault fault) {
            return new PutForward(state.id(), false, Messages.Key.of("comments.not-put-forward", title, id,
                    Messages.Key.of(fault.code(), fault.arguments().toArray())));
        }
    }
}
