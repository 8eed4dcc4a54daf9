package org.commonwright.governance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.model.ContentId;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;

/// What the records say about proposals: the same on every replica that has the same entries, in whatever order they came.
///
/// @param all by the id of the entry that opened each, in the records' order
/// @param problems entries that are not understood and were set aside
public record Proposals(Map<String, ProposalState> all, List<Problem> problems) {
    public static Proposals of(RecordView records) {
        var states = new LinkedHashMap<String, ProposalState>();
        var problems = new ArrayList<Problem>();
        for (Entry entry : records.entries()) {
            try {
                switch (entry.kind()) {
                    case Proposal.KIND ->
                        states.put(entry.id().hex(), new ProposalState(entry.id().hex(), entry.author(),
                                entry.time(), Proposal.of(entry.body()), List.of()));
                    case Decision.KIND -> decide(states, entry);
                    default -> {
                    }
                }
            } catch (Fault fault) {
                problems.add(new Problem(Problem.Severity.WARNING, fault.code(), fault.arguments(), null));
            }
        }
        return new Proposals(states, List.copyOf(problems));
    }

    /// A decision counts only when it cites the proposal or directly follows it in one log: then it always comes behind it.
    private static void decide(Map<String, ProposalState> states, Entry entry) {
        Decision decision = Decision.of(entry.body());
        ProposalState state = states.get(decision.proposal());
        boolean follows = Stream.concat(entry.cites().stream(), entry.previous().stream()).map(ContentId::hex)
                .anyMatch(decision.proposal()::equals);
        if (state == null || !follows) {
            throw new Fault("governance.decision-astray", decision.proposal());
        }
        var decisions = new ArrayList<>(state.decisions());
        decisions.add(decision);
        states.put(state.id(),
                new ProposalState(state.id(), state.agent(), state.opened(), state.proposal(), decisions));
    }

    public List<ProposalState> list() {
        return List.copyOf(all.values());
    }

    /// A proposal by its id or the beginning of it.
    ///
    /// @throws Fault `governance.no-proposal`, `governance.ambiguous`
    public ProposalState require(String id) {
        List<ProposalState> found = all.values().stream().filter(state -> state.id().startsWith(id)).toList();
        Optional<ProposalState> exact = Optional.ofNullable(all.get(id));
        if (exact.isPresent()) {
            return exact.get();
        }
        if (found.size() > 1) {
            throw new Fault("governance.ambiguous", id, found.size());
        }
        if (found.isEmpty() || id.isEmpty()) {
            throw new Fault("governance.no-proposal", id);
        }
        return found.getFirst();
    }
}
