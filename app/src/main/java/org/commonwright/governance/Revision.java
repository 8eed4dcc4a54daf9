package org.commonwright.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.model.CommitId;

/// A proposer's next attempt; the body of an entry of kind [#KIND], version 1, which cites the proposal. What was said about the
/// commits before is said about other commits than these.
///
/// @param proposal the id of the entry that opened the proposal
/// @param base where the change leaves the target now
/// @param head its last commit now
public record Revision(String proposal, CommitId base, CommitId head) {
    public static final String KIND = "proposal.revised";

    public ObjectNode toBody() {
        return Bodies.create().put("proposal", proposal).put("base", base.hex()).put("head", head.hex());
    }

    static Revision of(JsonNode body) {
        Bodies.checkVersion(body);
        return new Revision(Bodies.line(body, "proposal"), Bodies.commit(body, "base"), Bodies.commit(body, "head"));
    }
}
