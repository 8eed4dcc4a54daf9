package org.commonwright.machine.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.i18n.Messages;

/// A reason in a file: its code and arguments, so that it can be read in the reader's language.
final class SavedProblem {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 4;

    private SavedProblem() {}

    static ObjectNode json(Messages.Key key) {
        return json(key.key(), key.arguments());
    }

    private static ObjectNode json(String code, List<Object> arguments) {
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
        return new Messages.Key(node.path("code").asText(), List.copyOf(arguments));
    }
}
