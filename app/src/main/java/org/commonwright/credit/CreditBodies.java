package org.commonwright.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.error.Fault;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;

/// Writes the bodies of entries and reads those of others: a field that is missing or of the wrong sort is a fault that names
/// it, and sets the entry aside.
final class CreditBodies {
    private static final int VERSION = 1;
    private static final int LONGEST = 2000;

    private CreditBodies() {}

    static ObjectNode create(Person person) {
        return JsonNodeFactory.instance.objectNode().put("v", VERSION).put("name", person.name()).put("email",
                person.email());
    }

    static void checkVersion(JsonNode body) {
        if (body.path("v").asInt() != VERSION) {
            throw new Fault("credit.record-version", body.path("v").asText());
        }
    }

    /// A text of one line, without control characters.
    static String line(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual() || value.asText().length() > LONGEST
                || value.asText().chars().anyMatch(Character::isISOControl)) {
            throw bad(field);
        }
        return value.asText();
    }

    static Person person(JsonNode body) {
        return new Person(line(body, "name"), line(body, "email"));
    }

    static CommitId commit(JsonNode body, String field) {
        String text = line(body, field);
        if (!text.matches("[0-9a-f]{40}")) {
            throw bad(field);
        }
        return new CommitId(text);
    }

    static RepoPath path(JsonNode body, String field) {
        String text = line(body, field);
        if (!RepoPath.isSafe(text)) {
            throw bad(field);
        }
        return new RepoPath(text);
    }

    static Rational number(JsonNode body, String field) {
        return Rational.parse(line(body, field)).orElseThrow(() -> bad(field));
    }

    static Fault bad(String field) {
        return new Fault("credit.record-field", field);
    }
}
