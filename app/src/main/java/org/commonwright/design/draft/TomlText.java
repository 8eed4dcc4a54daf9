package org.commonwright.design.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.commonwright.files.Toml;

/// Writes TOML 1.0 for people: one key a line, longer lists one value a line, paragraphs as they are.
final class TomlText {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");
    private static final int WIDE = 90;

    private TomlText() {}

    /// `key = value`, with a line feed at the end.
    static String line(String key, JsonNode value) {
        if (value.isTextual() && value.textValue().strip().indexOf('\n') >= 0) {
            return key(key) + " = " + Toml.paragraphs(value.textValue().strip()) + "\n";
        }
        String flat = key(key) + " = " + inline(value);
        if (value.isArray() && value.size() > 1 && flat.length() > WIDE) {
            return key(key) + " = [\n" + elements(value).stream().map(e -> "  " + inline(e) + ",\n")
                    .collect(Collectors.joining()) + "]\n";
        }
        return flat + "\n";
    }

    private static String inline(JsonNode value) {
        if (value instanceof ObjectNode table) {
            return table.properties().stream().map(e -> key(e.getKey()) + " = " + inline(e.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return value.isArray()
                ? elements(value).stream().map(TomlText::inline).collect(Collectors.joining(", ", "[", "]"))
                : Toml.quoted(value.asText());
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String key(String key) {
        return BARE.matcher(key).matches() ? key : Toml.quoted(key);
    }
}
