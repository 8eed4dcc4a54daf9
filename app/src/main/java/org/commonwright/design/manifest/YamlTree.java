package org.commonwright.design.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A YAML 1.2 document that somebody else wrote, as maps, lists and texts. Every scalar is the text that is written (`1.0` stays
/// `1.0`, `true` is `true`); a null is left out. Tags that ask for more than texts, maps and lists are refused; depth and size
/// are bounded, aliases counted as often as they are used. A key that comes again is told, and the first counts.
final class YamlTree {
    private static final int DEEPEST = 60;
    private static final int MOST = 100_000;
    /// Tags that ask for nothing but what is read anyway.
    private static final Pattern PLAIN = Pattern
            .compile("!|tag:yaml\\.org,2002:(?:str|int|float|bool|null|timestamp|seq|map)");

    private final String file;
    private final Consumer<Problem> problems;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Iterator<Event> events;
    private int nodes;

    /// @param size how many nodes it holds, those of aliases in it counted
    private record Anchored(JsonNode node, int size) {}

    private YamlTree(String file, Iterator<Event> events, Consumer<Problem> problems) {
        this.file = file;
        this.events = events;
        this.problems = problems;
    }

    /// The first document, which has to be a map; empty, with a problem, when it is none or no YAML.
    static Optional<ObjectNode> read(String file, String text, Consumer<Problem> problems) {
        var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        var tree = new YamlTree(file, new Parse(settings).parseString(text).iterator(), problems);
        try {
            return tree.document();
        } catch (Refused refused) {
            problems.accept(refused.problem);
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(m -> Place.line(file, m.getLine() + 1)).orElse(Place.file(file));
            problems.accept(
                    Problem.error(place, "design.not-yaml", Printable.firstLine(String.valueOf(e.getProblem()))));
        } catch (NumberFormatException e) {
            // What the library says of an escape that lacks digits.
            problems.accept(Problem.error(Place.file(file), "design.not-yaml",
                    Printable.firstLine(String.valueOf(e.getMessage()))));
        } catch (YamlEngineException e) {
            problems.accept(Problem.error(Place.file(file), "design.not-yaml",
                    Printable.firstLine(String.valueOf(e.getMessage()))));
        }
        return Optional.empty();
    }

    /// Ends the reading.
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        Refused(Place place, String code, Object... arguments) {
            super(code);
            this.problem = Problem.error(place, code, arguments);
        }
    }

    private Optional<ObjectNode> document() {
        Optional<ObjectNode> first = Optional.empty();
        while (events.hasNext()) {
            if (events.next() instanceof DocumentStartEvent start) {
                if (first.isPresent()) {
                    problems.accept(Problem.warning(place(start), "design.yaml-more"));
                    break;
                }
                Event root = events.next();
                if (!(node(root, 0) instanceof ObjectNode map)) {
                    throw new Refused(place(root), "design.yaml-no-map");
                }
                first = Optional.of(map);
            }
        }
        if (first.isEmpty()) {
            problems.accept(Problem.error(Place.file(file), "design.yaml-no-map"));
        }
        return first;
    }

    private @Nullable JsonNode node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new Refused(place(event), "design.yaml-limits");
        }
        int before = nodes;
        count(event, 1);
        if (event instanceof AliasEvent alias) {
            Anchored known = anchors.get(alias.getAlias().getValue());
            if (known == null) {
                throw new Refused(place(event), "design.yaml-alias", Printable.of(alias.getAlias().getValue()));
            }
            count(event, known.size);
            return known.node;
        }
        tag(event);
        JsonNode node = switch (event) {
            case ScalarEvent scalar -> text(scalar);
            case MappingStartEvent _ -> map(depth);
            default -> list(depth);
        };
        if (node != null && event instanceof NodeEvent named && named.getAnchor().isPresent()) {
            anchors.put(named.getAnchor().get().getValue(), new Anchored(node, nodes - before));
        }
        return node;
    }

    private void count(Event event, int more) {
        nodes += more;
        if (nodes > MOST) {
            throw new Refused(place(event), "design.yaml-limits");
        }
    }

    private ObjectNode map(int depth) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (Event key = events.next(); !(key instanceof CollectionEndEvent); key = events.next()) {
            if (!(key instanceof ScalarEvent) && !(key instanceof AliasEvent)) {
                throw new Refused(place(key), "design.yaml-key");
            }
            JsonNode name = node(key, depth + 1);
            if (name != null && name.isContainerNode()) {
                throw new Refused(place(key), "design.yaml-key");
            }
            JsonNode value = node(events.next(), depth + 1);
            String text = name == null ? "" : name.textValue();
            if (map.has(text)) {
                problems.accept(Problem.warning(place(key), "design.yaml-twice", Printable.of(text)));
            } else if (value != null) {
                map.set(text, value);
            }
        }
        return map;
    }

    private ArrayNode list(int depth) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Event event = events.next(); !(event instanceof CollectionEndEvent); event = events.next()) {
            JsonNode element = node(event, depth + 1);
            if (element != null) {
                list.add(element);
            }
        }
        return list;
    }

    /// Null where it says that there is nothing.
    private static @Nullable JsonNode text(ScalarEvent scalar) {
        String value = scalar.getValue();
        boolean nothing = scalar.getScalarStyle() == ScalarStyle.PLAIN
                && (value.isEmpty() || value.equals("~") || value.equalsIgnoreCase("null"));
        return nothing ? null : JsonNodeFactory.instance.textNode(value);
    }

    private void tag(Event event) {
        String tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag().orElse("");
            case CollectionStartEvent collection -> collection.getTag().orElse("");
            default -> "";
        };
        if (!tag.isEmpty() && !PLAIN.matcher(tag).matches()) {
            throw new Refused(place(event), "design.yaml-tag", Printable.of(tag));
        }
    }

    private Place place(Event event) {
        return Place.line(file, event.getStartMark().map(Mark::getLine).map(n -> n + 1).orElse(0));
    }
}
