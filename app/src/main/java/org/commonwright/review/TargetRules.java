package org.commonwright.review;

import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.governance.Decider;
import org.commonwright.governance.Decision;
import org.commonwright.governance.DecisionRules;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.decide.RuleBook;
import org.commonwright.model.CommitId;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;

/// A decision counts when `commons.toml` of the target branch lets its signer make it: as it stands now, or as it stood when the
/// decision was made, so that a maintainer who retires takes nothing back.
final class TargetRules implements DecisionRules {
    private final RulesAt rules;

    TargetRules(RulesAt rules) {
        this.rules = rules;
    }

    @Override
    public void check(RecordView records, ProposalState state, Entry entry, Decision decision, Decider by) {
        CommitId now = rules.target(state.proposal());
        var ground = new Ground(rules, records, state, now);
        try {
            ground.check(rules.book(now), entry, decision, by);
        } catch (Fault fault) {
            if (!mightThen(ground, entry, decision, by)) {
                throw fault;
            }
        }
    }

    /// Only rules that named somebody count from the past, and only those since the proposal left the branch: otherwise
    /// anybody could name a time when there were none.
    private boolean mightThen(Ground ground, Entry entry, Decision decision, Decider by) {
        CommitId then = decision.at();
        if (then == null || !ground.isOnTheWay(then)) {
            return false;
        }
        try {
            RuleBook book = rules.book(then);
            ground.check(book, entry, decision, by);
            return book.gate().guards(ground.folders(book, decision));
        } catch (Fault _) {
            // What stands in the way now is what the reader is told.
            return false;
        }
    }
}
