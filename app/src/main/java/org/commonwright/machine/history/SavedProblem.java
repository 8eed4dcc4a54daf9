package org.commonwright.machine.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonwright.i18n.Messages;

/// A reason in a file: its code and arguments, so that it can be read in the reader's language.
final class SavedProblem {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 4;
    /// Its arguments: the unknown code, all of that's arguments as one text, then each of them.
    private static final String UNKNOWN = "history.unknown-reason";

    private SavedProblem() {}

    static ObjectNode json(Messages.Key key) {
        return json(key.key(), key.arguments());
    }

    private static ObjectNode json(String code, List<Object> arguments) {
        if (code.equals(UNKNOWN)) {
            return json(String.valueOf(arguments.getFirst()), arguments.subList(2, arguments.size()));
        }
        ObjectNode node = JSON.createObjectNode().put("code", code);
        ArrayNode list = node.putArray("arguments");
        for (Object argument : arguments) {
            switch (argument) {
                case Messages.Key key -> list.add(json(key.key(), key.arguments()));
                case Integer number -> list.add(number);
                case Long number -> list.add(number);
                case Number number -> list.add(number.doubleValue());
                default -> list.add(String.valueOf(argument));
            }
        }
        return node;
    }

    static Messages.Key of(JsonNode node) {
        return of(node, DEEPEST);
    }

    private static Messages.Key of(JsonNode node, int deep) {
        List<Object> arguments = new ArrayList<>();
        for (JsonNode argument : node.path("arguments")) {
            if (argument.isObject()) {
                arguments.add(deep > 0 ? of(argument, deep - 1) : "");
            } else if (argument.isIntegralNumber()) {
                arguments.add(argument.longValue());
            } else if (argument.isNumber()) {
                arguments.add(argument.doubleValue());
            } else {
                arguments.add(argument.asText());
            }
        }
        String code = node.path("code").asText();
        return Messages.isKnown(code) ? new Messages.Key(code, List.copyOf(arguments)) : unknown(code, arguments);
    }

    /// A reason of a later version: its sentence is not here, but what it is called and about.
    private static Messages.Key unknown(String code, List<Object> arguments) {
        List<Object> all = new ArrayList<>(List.of(code,
                arguments.stream().map(SavedProblem::shown).collect(Collectors.joining(", "))));
        all.addAll(arguments);
        return new Messages.Key(UNKNOWN, all);
    }

    private static String shown(Object argument) {
        return argument instanceof Messages.Key key ? key.key() : String.valueOf(argument);
    }
}
