package org.commonwright.review.comment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.commonwright.governance.Bodies;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;

/// A comment on a place; the body of an entry of kind [#KIND], version 1. Nobody needs a right to make one.
///
/// @param at the commit that it was made on
/// @param anchor what it is about, as that commit has it
/// @param subject the review that it was made in
/// @param text Markdown
/// @param suggestion what should stand there instead; only for lines of a text and cells
/// @param person the name that goes with the key
record Made(CommitId at, Anchor anchor, Subject subject, String text, Optional<String> suggestion, Person person) {
    static final String KIND = "comment.made";
    static final int LONGEST = 20_000;

    ObjectNode toBody() {
        ObjectNode body = Bodies.put(Bodies.create(), person).put("at", at.hex()).put("text", text);
        subject.write(body);
        suggestion.ifPresent(instead -> body.put("suggestion", instead));
        body.set("about", AnchorBody.write(anchor));
        return body;
    }

    static Made of(JsonNode body) {
        Bodies.checkVersion(body);
        Anchor anchor = AnchorBody.read(body.path("about"));
        Optional<String> suggestion = suggestion(body);
        if (suggestion.isPresent() && !canSuggest(anchor)) {
            throw Bodies.bad("suggestion");
        }
        return new Made(Bodies.commit(body, "at"), anchor, Subject.of(body), words(body), suggestion,
                Bodies.person(body));
    }

    /// Whether something can be put in the place of what an anchor is about.
    static boolean canSuggest(Anchor anchor) {
        return anchor instanceof Anchor.Line || anchor instanceof Anchor.Cell;
    }

    static String words(JsonNode body) {
        String text = Bodies.text(body, "text");
        if (text.length() > LONGEST) {
            throw Bodies.bad("text");
        }
        return text;
    }

    static Optional<String> suggestion(JsonNode body) {
        if (!body.has("suggestion")) {
            return Optional.empty();
        }
        String text = Bodies.text(body, "suggestion");
        if (text.length() > LONGEST) {
            throw Bodies.bad("suggestion");
        }
        return Optional.of(text);
    }
}
