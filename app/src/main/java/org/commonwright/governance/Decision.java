package org.commonwright.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.jspecify.annotations.Nullable;

/// A maintainer's last word on a proposal; the body of an entry of kind [#KIND], version 1, which cites the proposal.
///
/// @param proposal the id of the entry that opened the proposal
/// @param outcome accepted or declined
/// @param reason why; never empty when declined
/// @param merge the merge commit when accepted
/// @param at the target branch's commit when it was decided: whose rules held then
/// @param person the name that the maintainer goes by
/// @param certificate the [Certificate]'s entry that it rests on; where the rules count nobody it needs none
/// @param mergeVersion of the program's ways to merge files, the one that made the merge; 1 where nothing says it
public record Decision(String proposal, Outcome outcome, String reason, @Nullable CommitId merge, @Nullable CommitId at,
        Person person, @Nullable ContentId certificate, int mergeVersion) {
    public static final String KIND = "proposal.decided";
    private static final String MERGED_BY = "merge_version";

    /// A decision whose merge was made in the first of all ways, or that merged nothing.
    public Decision(String proposal, Outcome outcome, String reason, @Nullable CommitId merge, @Nullable CommitId at,
            Person person, @Nullable ContentId certificate) {
        this(proposal, outcome, reason, merge, at, person, certificate, 1);
    }

    /// A decision that rests on nothing but its signer's right.
    public Decision(String proposal, Outcome outcome, String reason, @Nullable CommitId merge, @Nullable CommitId at,
            Person person) {
        this(proposal, outcome, reason, merge, at, person, null);
    }

    /// The two words.
    public enum Outcome {
        ACCEPTED("accepted"),
        DECLINED("declined");

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
        ObjectNode body = Bodies.put(Bodies.create(), person).put("proposal", proposal).put("outcome", outcome.id())
                .put("reason", reason);
        if (merge != null) {
            body.put("merge", merge.hex()).put(MERGED_BY, mergeVersion);
        }
        if (certificate != null) {
            body.put("certificate", certificate.hex());
        }
        return at == null ? body : body.put("at", at.hex());
    }

    static Decision of(JsonNode body) {
        Bodies.checkVersion(body);
        Outcome outcome = switch (Bodies.line(body, "outcome")) {
            case "accepted" -> Outcome.ACCEPTED;
            case "declined" -> Outcome.DECLINED;
            default -> throw Bodies.bad("outcome");
        };
        CommitId merge = outcome == Outcome.ACCEPTED ? Bodies.commit(body, "merge") : null;
        JsonNode mergedBy = body.path(MERGED_BY);
        if (!mergedBy.isMissingNode() && (!mergedBy.canConvertToInt() || !mergedBy.isInt() || mergedBy.asInt() < 1)) {
            throw Bodies.bad(MERGED_BY);
        }
        return new Decision(Bodies.line(body, "proposal"), outcome, Bodies.text(body, "reason"), merge,
                body.has("at") ? Bodies.commit(body, "at") : null,
                Bodies.person(body), body.has("certificate") ? Bodies.entry(body, "certificate") : null,
                mergedBy.asInt(1));
    }
}
