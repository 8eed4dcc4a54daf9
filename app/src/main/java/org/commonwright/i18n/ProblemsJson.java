package org.commonwright.i18n;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;

/// Problems as JSON: their code for programs, their sentence for people.
public final class ProblemsJson {
    private ProblemsJson() {}

    public static ArrayNode of(List<Problem> problems, Messages messages) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        problems.forEach(problem -> array.add(of(problem, messages)));
        return array;
    }

    /// `place` is for people; `file`, `sheet`, `line` and `column` are there as far as they are known.
    public static ObjectNode of(Problem problem, Messages messages) {
        Place place = problem.place();
        ObjectNode node = JsonNodeFactory.instance.objectNode()
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT)).put("code", problem.code())
                .put("place", place == null ? null : place.toString()).put("text", messages.get(problem));
        if (place != null) {
            if (place.file() != null) {
                node.put("file", place.file());
            }
            if (!place.sheet().isEmpty()) {
                node.put("sheet", place.sheet());
            }
            known(node, "line", place.line());
            known(node, "column", place.column());
        }
        return node;
    }

    private static void known(ObjectNode node, String field, int number) {
        if (number > 0) {
            node.put(field, number);
        }
    }
}
