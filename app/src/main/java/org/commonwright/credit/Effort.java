package org.commonwright.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;

/// Work that lines do not show, such as drawing a model or trying a part, as the one who did it says; the body of an entry of
/// kind [#KIND], version 1. It counts when somebody else countersigns it.
///
/// @param person who worked: whoever signs
/// @param work what was done, in one line
/// @param hours how long, above 0 and at most 10,000
/// @param module the folder of the module that it was for; the root for the design
/// @param files that came of it; may be empty
public record Effort(Person person, String work, Rational hours, RepoPath module, List<RepoPath> files) {
    public static final String KIND = "effort.declared";

    private static final Rational MOST = Rational.of(10_000);
    private static final int MOST_FILES = 1000;

    public Effort {
        files = List.copyOf(files);
        if (work.isBlank()) {
            throw new Fault("credit.no-work");
        }
        if (hours.signum() <= 0 || hours.compareTo(MOST) > 0) {
            throw new Fault("credit.bad-hours", hours.toString());
        }
    }

    public ObjectNode toBody() {
        ObjectNode body = CreditBodies.create(person).put("work", work).put("hours", hours.toString()).put("module",
                module.text());
        ArrayNode list = body.putArray("files");
        files.forEach(file -> list.add(file.text()));
        return body;
    }

    static Effort of(JsonNode body) {
        CreditBodies.checkVersion(body);
        JsonNode list = body.path("files");
        if (!list.isArray() || list.size() > MOST_FILES) {
            throw CreditBodies.bad("files");
        }
        List<RepoPath> files = new ArrayList<>();
        for (JsonNode file : list) {
            if (!file.isTextual() || !RepoPath.isSafe(file.asText())) {
                throw CreditBodies.bad("files");
            }
            files.add(new RepoPath(file.asText()));
        }
        return new Effort(CreditBodies.person(body), CreditBodies.line(body, "work"),
                CreditBodies.number(body, "hours"), CreditBodies.path(body, "module"), files);
    }
}
