package org.commonwright.i18n;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.commonwright.error.Problem;

/// Problems as JSON: their code for programs, their sentence for people.
public final class ProblemsJson {
    private ProblemsJson() {}

    public static ArrayNode of(List<Problem> problems, Messages messages) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Problem problem : problems) {
            ObjectNode node = array.addObject();
            node.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
            node.put("code", problem.code());
            node.put("place", problem.place() == null ? null : problem.place().toString());
            node.put("text", messages.get(problem.code(), problem.arguments()));
        }
        return array;
    }
}
