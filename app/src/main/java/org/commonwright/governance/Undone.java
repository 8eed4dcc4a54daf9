package org.commonwright.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;

/// A merge that its maintainer took back before anything stood on it; the body of an entry of kind [#KIND], version 1, which cites the
/// proposal and the decision. The proposal is open again.
///
/// @param proposal the id of the entry that opened the proposal
/// @param decision the id of the entry that decided it
public record Undone(String proposal, ContentId decision, String reason, Person person) {
    public static final String KIND = "proposal.undone";

    public ObjectNode toBody() {
        return Bodies.put(Bodies.create(), person).put("proposal", proposal).put("decision", decision.hex()).put(
                "reason",
                reason);
    }

    static Undone of(JsonNode body) {
        Bodies.checkVersion(body);
        String decision = Bodies.line(body, "decision");
        if (!decision.matches("[0-9a-f]{64}")) {
            throw Bodies.bad("decision");
        }
        return new Undone(Bodies.line(body, "proposal"), new ContentId(decision), Bodies.text(body, "reason"),
                Bodies.person(body));
    }

    /// It counts only from the key that made the decision, which it cites or directly follows in one log, so that it always comes before.
    static void apply(Map<String, ProposalState> states, RecordView records, Entry entry) {
        Undone undone = of(entry.body());
        ProposalState state = states.get(undone.proposal);
        Entry decided = records.find(undone.decision).orElse(null);
        boolean follows = Stream.concat(entry.cites().stream(), entry.previous().stream())
                .anyMatch(undone.decision::equals);
        if (state == null || decided == null || !follows
                || !decided.kind().equals(Decision.KIND) || !decided.author().equals(entry.author())) {
            throw new Fault("merging.undone-astray", undone.proposal, entry.author());
        }
        Decision decision = Decision.of(decided.body());
        if (!decision.proposal().equals(undone.proposal)) {
            throw new Fault("merging.undone-astray", undone.proposal, entry.author());
        }
        states.put(state.id(), state.without(decision));
    }
}
