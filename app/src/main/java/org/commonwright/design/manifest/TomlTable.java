package org.commonwright.design.manifest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;

/// A table of a TOML file that somebody else wrote, or a map of a YAML file: asking for a key gives its value, nothing when it
/// is absent, and a problem when it is of another sort than asked for.
final class TomlTable {
    private static final TomlMapper TOML = new TomlMapper();
    private static final int MOST_LEAVES = 1000;

    private final String file;
    private final JsonNode node;
    private final Consumer<Problem> problems;

    private TomlTable(String file, JsonNode node, Consumer<Problem> problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    /// The whole file as a table; empty, with a problem, when it is no TOML.
    static Optional<TomlTable> parse(String file, byte[] bytes, Consumer<Problem> problems) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            JsonNode root = TOML.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
            return Optional.of(new TomlTable(file, root, problems));
        } catch (CharacterCodingException _) {
            problems.accept(Problem.error(Place.file(file), "design.not-utf8"));
        } catch (StreamConstraintsException _) {
            problems.accept(Problem.error(Place.file(file), "design.toml-limits"));
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            Place place = at == null ? Place.file(file) : Place.line(file, Math.max(0, at.getLineNr()));
            problems.accept(Problem.error(place, "design.not-toml", Printable.firstLine(e.getOriginalMessage())));
        }
        return Optional.empty();
    }

    /// A map that was read already.
    static TomlTable of(String file, JsonNode map, Consumer<Problem> problems) {
        return new TomlTable(file, map, problems);
    }

    /// A text, a number or a date as it is written; empty when absent.
    String text(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return "";
        }
        if (value.isContainerNode()) {
            wrongSort(key);
            return "";
        }
        return Printable.of(value.asText()).strip();
    }

    /// A text, or a list of texts.
    List<String> texts(String key) {
        JsonNode value = node.path(key);
        if (!(value instanceof ArrayNode array)) {
            String one = value.isObject() ? "" : text(key);
            return one.isEmpty() ? List.of() : List.of(one);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array) {
            if (element.isContainerNode()) {
                wrongSort(key);
            } else if (!element.asText().isBlank()) {
                texts.add(Printable.of(element.asText()).strip());
            }
        }
        return List.copyOf(texts);
    }

    Optional<BigDecimal> number(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isNumber() || value.isDouble() && !Double.isFinite(value.asDouble())) {
            wrongSort(key);
            return Optional.empty();
        }
        return Optional.of(value.decimalValue());
    }

    Optional<TomlTable> table(String key) {
        JsonNode value = node.path(key);
        return value.isObject() ? Optional.of(new TomlTable(file, value, problems)) : Optional.empty();
    }

    /// The tables `[[key]]`; a single `[key]` counts as a list of one.
    List<TomlTable> tables(String key) {
        List<TomlTable> tables = new ArrayList<>();
        JsonNode value = node.path(key);
        for (JsonNode element : value.isObject() ? List.of(value) : value) {
            if (element.isObject()) {
                tables.add(new TomlTable(file, element, problems));
            }
        }
        return tables;
    }

    /// Whether each `[[key]]`, or the one `[key]`, is a table.
    boolean holdsOnlyTables(String key) {
        JsonNode value = node.path(key);
        return value.isObject() || value.isArray() && StreamSupport.stream(value.spliterator(), false)
                .allMatch(JsonNode::isObject);
    }

    /// Whether it is a text, or a list of nothing but texts that are not blank.
    boolean holdsOnlyTexts(String key) {
        JsonNode value = node.path(key);
        return value.isTextual() || value.isArray() && StreamSupport.stream(value.spliterator(), false)
                .allMatch(element -> element.isTextual() && !element.asText().isBlank());
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /// Every text, number and date below the keys that are not among `known`, by its keys joined with dots.
    SequencedMap<String, List<String>> rest(Set<String> known) {
        SequencedMap<String, List<String>> rest = new LinkedHashMap<>();
        node.properties().stream().filter(e -> !known.contains(e.getKey()))
                .forEach(e -> leaves(Printable.of(e.getKey()), e.getValue(), rest));
        return rest;
    }

    private static void leaves(String key, JsonNode value, SequencedMap<String, List<String>> to) {
        if (to.size() >= MOST_LEAVES) {
            return;
        }
        if (value.isObject()) {
            value.properties().forEach(e -> leaves(key + "." + Printable.of(e.getKey()), e.getValue(), to));
        } else if (value.isArray()) {
            value.forEach(element -> leaves(key, element, to));
        } else if (!value.asText().isBlank()) {
            List<String> texts = to.computeIfAbsent(key, _ -> new ArrayList<>());
            if (texts.size() < MOST_LEAVES) {
                texts.add(Printable.of(value.asText()).strip());
            }
        }
    }

    /// The map or list as it was parsed.
    JsonNode node() {
        return node;
    }

    boolean has(String key) {
        return node.has(key);
    }

    void wrongSort(String key) {
        problems.accept(Problem.warning(Place.file(file), "design.wrong-value", Printable.of(key)));
    }
}
