package org.commonwright.governance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.ContentId;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;
import org.commonwright.record.RecordView.Writer;

/// What the records say about proposals: the same on every replica that has the same entries, in whatever order they came.
///
/// @param all by the id of the entry that opened each, in the records' order
/// @param problems entries that are not understood, and decisions that were not their signer's to make: set aside
public record Proposals(Map<String, ProposalState> all, List<Problem> problems) {
    /// @param rules who may decide about what; asked for each decision, since anybody can write one
    public static Proposals of(RecordView records, DecisionRules rules) {
        var states = new LinkedHashMap<String, ProposalState>();
        var problems = new ArrayList<Problem>();
        for (Entry entry : records.entries()) {
            try {
                switch (entry.kind()) {
                    case Proposal.KIND ->
                        states.put(entry.id().hex(), new ProposalState(entry.id().hex(), entry.author(),
                                entry.time(), Proposal.of(entry.body()), List.of()));
                    case Undone.KIND -> Undone.apply(states, records, entry);
                    case Decision.KIND -> decide(states, records, entry, rules);
                    default -> {
                    }
                }
            } catch (Fault fault) {
                problems.add(new Problem(Problem.Severity.WARNING, fault.code(), fault.arguments(), null));
            }
        }
        return new Proposals(states, List.copyOf(problems));
    }

    /// A decision counts only when it cites the proposal or directly follows it in one log: then it always comes behind it;
    /// and when the rules name its signer.
    private static void decide(Map<String, ProposalState> states, RecordView records, Entry entry,
            DecisionRules rules) {
        Decision decision = Decision.of(entry.body());
        ProposalState state = states.get(decision.proposal());
        boolean follows = Stream.concat(entry.cites().stream(), entry.previous().stream()).map(ContentId::hex)
                .anyMatch(decision.proposal()::equals);
        if (state == null || !follows) {
            throw new Fault("governance.decision-astray", decision.proposal());
        }
        try {
            rules.check(state.proposal(), decision, decider(records, entry, decision));
        } catch (Fault fault) {
            throw new Fault(fault, "governance.decision-not-theirs", decision.person(), state.proposal().title(),
                    Messages.Key.of(fault.code(), fault.arguments().toArray()));
        }
        var decisions = new ArrayList<>(state.decisions());
        decisions.add(decision);
        states.put(state.id(),
                new ProposalState(state.id(), state.agent(), state.opened(), state.proposal(), decisions));
    }

    /// The key is proven. The person is what the entry says, and must be one that the key's own log has gone by.
    private static Decider decider(RecordView records, Entry entry, Decision decision) {
        Writer writer = records.writers().get(entry.author());
        if (writer == null || !writer.addresses().contains(decision.person().email())) {
            throw new Fault("governance.other-name", decision.person(), entry.author());
        }
        return new Decider(entry.author(), decision.person());
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
