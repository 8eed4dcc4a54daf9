package org.commonwright.review.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Compares what two manifests say. Tables in a list are told apart by their names where each has one of its own; texts in a
/// list are added or removed one by one.
final class Fields {
    private static final int MOST = 1_000;
    private static final List<String> NAMES = List.of("name", "title", "path", "location", "url", "id", "email");

    private final List<Field> fields = new ArrayList<>();
    private int more;

    private Fields() {}

    static FieldDiff between(ObjectNode before, ObjectNode after) {
        var diff = new Fields();
        diff.compare("", before, after);
        return new FieldDiff(diff.fields, diff.more);
    }

    private void compare(String name, JsonNode a, JsonNode b) {
        if (a.isObject() && b.isObject()) {
            Set<String> keys = new LinkedHashSet<>();
            a.fieldNames().forEachRemaining(keys::add);
            b.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> compare(name.isEmpty() ? key : name + "." + key, a.path(key), b.path(key)));
        } else if (a.isMissingNode() || b.isMissingNode()) {
            one(name, a, b);
        } else if (a.isArray() && b.isArray()) {
            lists(name, (ArrayNode) a, (ArrayNode) b);
        } else if (a.isContainerNode() || b.isContainerNode()) {
            one(name, a, a.path("\0"));
            one(name, b.path("\0"), b);
        } else if (!same(a, b)) {
            add(name, a.asText(), b.asText());
        }
    }

    /// Everything below a key that only one side has.
    private void one(String name, JsonNode a, JsonNode b) {
        JsonNode there = a.isMissingNode() ? b : a;
        JsonNode none = there.path("\0");
        if (there.isObject() && !there.isEmpty()) {
            there.properties().forEach(e -> side(name + "." + e.getKey(), e.getValue(), none, a.isMissingNode()));
        } else if (there instanceof ArrayNode list && !list.isEmpty()) {
            Map<String, JsonNode> named = tables(name, list, list);
            named.forEach((at, element) -> side(at, element, none, a.isMissingNode()));
            if (named.isEmpty()) {
                list.forEach(element -> side(name, element, none, a.isMissingNode()));
            }
        } else if (there.isValueNode()) {
            add(name, a.isMissingNode() ? null : a.asText(), b.isMissingNode() ? null : b.asText());
        }
    }

    private void side(String name, JsonNode there, JsonNode none, boolean added) {
        one(name, added ? none : there, added ? there : none);
    }

    private void lists(String name, ArrayNode a, ArrayNode b) {
        SequencedMap<String, JsonNode> before = tables(name, a, b);
        SequencedMap<String, JsonNode> after = tables(name, b, a);
        if (!before.isEmpty() || !after.isEmpty()) {
            Set<String> names = new LinkedHashSet<>(before.keySet());
            names.addAll(after.keySet());
            JsonNode none = a.path("\0");
            names.forEach(at -> compare(at, before.getOrDefault(at, none), after.getOrDefault(at, none)));
            return;
        }
        List<String> was = texts(a);
        List<String> is = texts(b);
        List<String> gone = new ArrayList<>(was);
        is.forEach(gone::remove);
        List<String> come = new ArrayList<>(is);
        was.forEach(come::remove);
        gone.forEach(text -> add(name, text, null));
        come.forEach(text -> add(name, null, text));
        if (gone.isEmpty() && come.isEmpty() && !was.equals(is)) {
            add(name, String.join(", ", was), String.join(", ", is));
        }
    }

    /// The tables of a list by what they are called; by their number where they have no names of their own. Empty for a list
    /// of texts.
    private static SequencedMap<String, JsonNode> tables(String name, ArrayNode list, ArrayNode other) {
        SequencedMap<String, JsonNode> named = new LinkedHashMap<>();
        boolean all = StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isObject);
        if (!all || list.isEmpty()) {
            return named;
        }
        Optional<String> key = NAMES.stream().filter(k -> isOwn(list, k) && isOwn(other, k)).findFirst();
        IntStream.range(0, list.size()).forEach(i -> named.put(
                name + "[" + key.map(k -> list.get(i).path(k).asText()).orElse(String.valueOf(i + 1)) + "]",
                list.get(i)));
        return named;
    }

    private static boolean isOwn(ArrayNode list, String key) {
        List<String> values = StreamSupport.stream(list.spliterator(), false).map(t -> t.path(key))
                .filter(JsonNode::isValueNode).map(JsonNode::asText).filter(t -> !t.isBlank()).toList();
        return values.size() == list.size() && values.stream().distinct().count() == values.size();
    }

    private static List<String> texts(ArrayNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(e -> e.isContainerNode() ? e.toString() : e.asText()).collect(Collectors.toList());
    }

    private static boolean same(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber() && !Double.isNaN(a.asDouble()) && !Double.isInfinite(a.asDouble())
                && !Double.isNaN(b.asDouble()) && !Double.isInfinite(b.asDouble())
                        ? a.decimalValue().compareTo(b.decimalValue()) == 0
                        : a.asText().equals(b.asText());
    }

    private void add(String name, @Nullable String before, @Nullable String after) {
        if (fields.size() < MOST) {
            fields.add(new Field(name, before, after));
        } else {
            more++;
        }
    }
}
