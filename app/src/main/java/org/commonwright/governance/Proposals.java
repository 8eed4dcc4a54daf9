package org.commonwright.governance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonwright.error.Candidates;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.governance.ProposalState.Head;
import org.commonwright.i18n.Messages;
import org.commonwright.model.ContentId;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;
import org.commonwright.record.Revocations;

/// What the records say about proposals: the same on every replica that has the same entries, in whatever order they came.
///
/// @param all by the id of the entry that opened each, in the records' order
/// @param problems entries that are not understood, and decisions that were not their signer's to make: set aside
public record Proposals(Map<String, ProposalState> all, List<Problem> problems) {
    /// @param rules who may decide about what; asked for each decision, since anybody can write one
    public static Proposals of(RecordView records, DecisionRules rules) {
        var states = new LinkedHashMap<String, ProposalState>();
        var problems = new ArrayList<Problem>();
        records.lacking().ifPresent(problems::add);
        Revocations revoked = Revocations.of(records);
        for (Entry entry : records.entries()) {
            if (!entry.isKind("proposal")) {
                continue;
            }
            try {
                revoked.check(entry);
                switch (entry.kind()) {
                    case Proposal.KIND -> open(states, entry);
                    case Undone.KIND -> Undone.apply(states, records, entry);
                    case Revision.KIND -> revise(states, entry);
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

    private static void open(Map<String, ProposalState> states, Entry entry) {
        Proposal proposal = Proposal.of(entry.body());
        states.put(entry.id().hex(), new ProposalState(entry.id().hex(), entry.author(), entry.time(), proposal,
                List.of(new Head(entry.id(), proposal.base(), proposal.head(), entry.time())), List.of()));
    }

    /// Only the proposer puts other commits forward, and only as long as nothing is decided.
    private static void revise(Map<String, ProposalState> states, Entry entry) {
        Revision revision = Revision.of(entry.body());
        ProposalState state = states.get(revision.proposal());
        if (state == null || !follows(entry, revision.proposal()) || !state.agent().equals(entry.author())
                || !state.isOpen()) {
            throw new Fault("governance.revision-astray", revision.proposal(), entry.author());
        }
        var head = new Head(entry.id(), revision.base(), revision.head(), entry.time());
        var heads = new ArrayList<>(state.heads());
        heads.add(head);
        states.put(state.id(), new ProposalState(state.id(), state.agent(), state.opened(), state.with(head), heads,
                state.decisions()));
    }

    /// Whether an entry cites another or directly follows it in one log: then it always comes behind it.
    private static boolean follows(Entry entry, String other) {
        return Stream.concat(entry.cites().stream(), entry.previous().stream()).map(ContentId::hex)
                .anyMatch(other::equals);
    }

    /// A decision counts only when it follows the proposal, and when the rules name its signer.
    private static void decide(Map<String, ProposalState> states, RecordView records, Entry entry,
            DecisionRules rules) {
        Decision decision = Decision.of(entry.body());
        ProposalState state = states.get(decision.proposal());
        if (state == null || !follows(entry, decision.proposal())) {
            throw new Fault("governance.decision-astray", decision.proposal());
        }
        try {
            rules.check(records, state, entry, decision, Decider.of(records, entry, decision.person()));
        } catch (Fault fault) {
            throw new Fault(fault, "governance.decision-not-theirs", decision.person(), state.proposal().title(),
                    Messages.Key.of(fault.code(), fault.arguments().toArray()));
        }
        var decisions = new ArrayList<>(state.decisions());
        decisions.add(decision);
        states.put(state.id(), new ProposalState(state.id(), state.agent(), state.opened(), state.proposal(),
                state.heads(), decisions));
    }

    /// The same, each with what is to be said against its merge.
    public Proposals doubting(Function<ProposalState, Optional<Problem>> look) {
        var states = new LinkedHashMap<String, ProposalState>();
        all.forEach((id, state) -> states.put(id, state.doubting(look.apply(state))));
        return new Proposals(states, problems);
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
            throw new Fault("governance.ambiguous", id, found.size(),
                    Candidates.of(found.stream().map(ProposalState::id).toList()));
        }
        if (found.isEmpty() || id.isEmpty()) {
            throw new Fault("governance.no-proposal", id);
        }
        return found.getFirst();
    }
}
