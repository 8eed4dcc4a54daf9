package org.commonwright.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;

/// Writes the bodies of entries, and reads those that somebody else wrote: a field that is missing or of the wrong kind is
/// a fault that names it, and sets the entry aside.
public final class Bodies {
    private static final int VERSION = 1;
    private static final int LONGEST = 100_000;

    private Bodies() {}

    /// An empty body of the version that is written now.
    public static ObjectNode create() {
        return JsonNodeFactory.instance.objectNode().put("v", VERSION);
    }

    /// @throws Fault `governance.record-version`
    public static void checkVersion(JsonNode body) {
        if (body.path("v").asInt() != VERSION) {
            throw new Fault("governance.record-version", body.path("v").asText());
        }
    }

    /// @throws Fault `governance.record-field` when it is missing, no text, or too long
    public static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual() || value.asText().length() > LONGEST) {
            throw bad(field);
        }
        return value.asText();
    }

    /// A text of one line, without control characters.
    public static String line(JsonNode body, String field) {
        String text = text(body, field);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw bad(field);
        }
        return text;
    }

    /// @throws Fault `governance.record-field` when it is no commit id
    public static CommitId commit(JsonNode body, String field) {
        String text = line(body, field);
        if (!text.matches("[0-9a-f]{40}")) {
            throw bad(field);
        }
        return new CommitId(text);
    }

    /// @throws Fault `governance.record-field` when it is no entry id
    public static ContentId entry(JsonNode body, String field) {
        String text = line(body, field);
        if (!text.matches("[0-9a-f]{64}")) {
            throw bad(field);
        }
        return new ContentId(text);
    }

    /// Who an entry says that it is of; their key says whether they may.
    public static Person person(JsonNode body) {
        return new Person(line(body, "name"), line(body, "email"));
    }

    /// @return the body
    public static ObjectNode put(ObjectNode body, Person person) {
        return body.put("name", person.name()).put("email", person.email());
    }

    /// What is said of a field that is missing or wrong.
    public static Fault bad(String field) {
        return new Fault("governance.record-field", field);
    }
}
