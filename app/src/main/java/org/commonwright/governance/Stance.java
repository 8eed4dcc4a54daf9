package org.commonwright.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;

/// Where somebody stands on a proposal; the body of an entry of kind [#KIND], version 1, which cites the proposal.
///
/// @param proposal the id of the entry that opened the proposal
/// @param head the commit that it is about: a proposal that has another one now was not judged
/// @param word what they say
/// @param reason why; never empty with a block
/// @param person the name that they go by
public record Stance(String proposal, CommitId head, Word word, String reason, Person person) {
    public static final String KIND = "stance.given";

    /// What there is to say, the most cautious last.
    public enum Word {
        AGREE("agree"), ABSTAIN("abstain"), DISAGREE("disagree"), BLOCK("block");

        private final String id;

        Word(String id) {
            this.id = id;
        }

        /// As records and the command line write it.
        public String id() {
            return id;
        }

        public static Optional<Word> of(String id) {
            return Arrays.stream(values()).filter(word -> word.id.equals(id)).findFirst();
        }

        /// Whether it speaks against the proposal.
        public boolean against() {
            return this == DISAGREE || this == BLOCK;
        }
    }

    public ObjectNode toBody() {
        return Bodies.put(Bodies.create(), person).put("proposal", proposal).put("head", head.hex())
                .put("stance", word.id()).put("reason", reason);
    }

    /// @throws org.commonwright.error.Fault `governance.record-field` naming the field, `governance.record-version`
    public static Stance of(JsonNode body) {
        Bodies.checkVersion(body);
        Word word = Word.of(Bodies.line(body, "stance")).orElseThrow(() -> Bodies.bad("stance"));
        String reason = Bodies.text(body, "reason");
        if (word == Word.BLOCK && reason.isBlank()) {
            throw Bodies.bad("reason");
        }
        return new Stance(Bodies.line(body, "proposal"), Bodies.commit(body, "head"), word, reason,
                Bodies.person(body));
    }
}
