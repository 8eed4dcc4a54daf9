package org.commonwright.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.governance.ProposalState;
import org.commonwright.model.CommitId;
import org.commonwright.task.CancelledFault;

/// Proposals that nobody decided about and whose commits came into their branch all the same, as by `git merge`.
///
/// @param heads by the name of each branch, the last commits of such proposals
record Came(Map<String, Set<CommitId>> heads) {
    static Came of(RulesAt rules, List<ProposalState> proposals) {
        var came = new HashMap<String, Set<CommitId>>();
        proposals.stream().filter(ProposalState::isOpen).map(ProposalState::proposal)
                .filter(proposal -> rules.isHere(proposal.head()))
                .collect(Collectors.groupingBy(proposal -> proposal.target(),
                        Collectors.mapping(proposal -> proposal.head(), Collectors.toSet())))
                .forEach((target, heads) -> came.put(target, within(rules, target, heads)));
        return new Came(came);
    }

    /// All in one walk: there may be ten thousand.
    private static Set<CommitId> within(RulesAt rules, String target, Set<CommitId> heads) {
        try {
            var within = new HashSet<>(heads);
            rules.outside(heads, target).forEach(within::remove);
            return within;
        } catch (CancelledFault cancelled) {
            throw cancelled;
        } catch (Fault hidden) {
            // Where the branch is away or its history has holes nothing is claimed; the review itself says what is lacking.
            return Set.of();
        }
    }

    Optional<Problem> told(ProposalState state) {
        String target = state.proposal().target();
        return heads.getOrDefault(target, Set.of()).contains(state.proposal().head())
                ? Optional.of(Problem.warning(null, "review.in-undecided", target))
                : Optional.empty();
    }
}
