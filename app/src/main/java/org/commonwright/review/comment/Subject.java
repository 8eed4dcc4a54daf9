package org.commonwright.review.comment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.commonwright.governance.Bodies;
import org.commonwright.model.ContentId;

/// The review that a comment was made in.
///
/// @param proposal the entry that opened the proposal, where there is one
/// @param branch the short name of the branch that was looked at, without the remote's; empty for a bare commit
public record Subject(Optional<ContentId> proposal, String branch) {
    public static final Subject NONE = new Subject(Optional.empty(), "");
    private static final int LONGEST = 1_000;

    public static Subject ofProposal(String id, String source) {
        return new Subject(Optional.of(new ContentId(id)), shortName(source));
    }

    public static Subject ofBranch(String ref) {
        return new Subject(Optional.empty(), shortName(ref));
    }

    /// The same branch goes by the same name, whoever fetched it from where.
    private static String shortName(String ref) {
        String name = ref.substring(ref.lastIndexOf('#') + 1);
        return name.startsWith("refs/remotes/")
                ? name.replaceFirst("refs/remotes/[^/]+/", "")
                : name.replaceFirst("^refs/heads/", "");
    }

    /// Whether both mean the same review.
    public boolean meets(Subject other) {
        return proposal.isPresent() && proposal.equals(other.proposal) || !branch.isEmpty() && branch.equals(
                other.branch) && (proposal.isEmpty() || other.proposal.isEmpty());
    }

    void write(ObjectNode body) {
        proposal.ifPresent(id -> body.put("proposal", id.hex()));
        if (!branch.isEmpty()) {
            body.put("branch", branch);
        }
    }

    static Subject of(JsonNode body) {
        String branch = body.has("branch") ? Bodies.line(body, "branch") : "";
        if (branch.length() > LONGEST) {
            throw Bodies.bad("branch");
        }
        return new Subject(body.has("proposal") ? Optional.of(Bodies.entry(body, "proposal")) : Optional.empty(),
                branch);
    }
}
