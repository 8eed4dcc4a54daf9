package org.commonwright.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;

/// What was counted when a proposal was closed, so that whoever has the records can count again and nobody has to ask a clock; the
/// body of an entry of kind [#KIND], version 1, which cites the proposal and the stances.
///
/// @param proposal the id of the entry that opened the proposal
/// @param head the commit that was decided about
/// @param at the target branch's commit whose rules held
/// @param outcome what the rules make of the stances
/// @param stances the entries that were counted
/// @param person the name that goes with the key that closed it
public record Certificate(String proposal, CommitId head, CommitId at, Outcome outcome, List<ContentId> stances,
        Person person) {
    public static final String KIND = "proposal.closed";
    private static final int MOST = 10_000;

    public Certificate {
        stances = List.copyOf(stances);
    }

    /// The two words.
    public enum Outcome {
        ADOPTED("adopted"), REJECTED("rejected");

        private final String id;

        Outcome(String id) {
            this.id = id;
        }

        /// As records and the command line write it.
        public String id() {
            return id;
        }
    }

    public ObjectNode toBody() {
        ObjectNode body = Bodies.put(Bodies.create(), person).put("proposal", proposal).put("head", head.hex())
                .put("at", at.hex()).put("outcome", outcome.id());
        var list = body.putArray("stances");
        stances.forEach(stance -> list.add(stance.hex()));
        return body;
    }

    /// @throws org.commonwright.error.Fault `governance.record-field` naming the field, `governance.record-version`
    public static Certificate of(JsonNode body) {
        Bodies.checkVersion(body);
        Outcome outcome = switch (Bodies.line(body, "outcome")) {
            case "adopted" -> Outcome.ADOPTED;
            case "rejected" -> Outcome.REJECTED;
            default -> throw Bodies.bad("outcome");
        };
        JsonNode list = body.path("stances");
        if (!list.isArray() || list.size() > MOST) {
            throw Bodies.bad("stances");
        }
        var stances = new ArrayList<ContentId>();
        for (JsonNode stance : list) {
            if (!stance.isTextual() || !stance.asText().matches("[0-9a-f]{64}")) {
                throw Bodies.bad("stances");
            }
            stances.add(new ContentId(stance.asText()));
        }
        return new Certificate(Bodies.line(body, "proposal"), Bodies.commit(body, "head"), Bodies.commit(body, "at"),
                outcome, stances, Bodies.person(body));
    }
}
