package org.commonwright.sample;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.sample.Step.Change;

/// A sample's `history.toml`, version 1 (docs/formats/sample-history.md): the commits that its repository is made of.
///
/// @param name the sample's folder
/// @param you whose part the person plays who opens the sample; empty for none
record StoredHistory(String name, Optional<Person> you, List<Step> steps, List<StoredProposal> proposals) {
    private static final String MAIN = "main";
    private static final Pattern PERSON = Pattern.compile("(.+) <([^<>]+)>");

    /// @throws Fault `sample.history-bad` naming the file and what is wrong
    static StoredHistory read(String name, SampleSource source) {
        String file = name + "/history.toml";
        try {
            JsonNode root = new TomlMapper().readTree(source.read(file));
            if (root.path("version").asInt() != 1) {
                throw new Fault("sample.history-bad", file, "version");
            }
            return new Reader(file, people(file, root.path("people"))).history(name, root);
        } catch (JacksonException e) {
            throw new Fault(e, "sample.history-bad", file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Person> people(String file, JsonNode table) {
        Map<String, Person> people = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            Matcher person = PERSON.matcher(entry.getValue().asText());
            if (!person.matches()) {
                throw new Fault("sample.history-bad", file, entry.getKey());
            }
            people.put(entry.getKey(), new Person(person.group(1), person.group(2)));
        }
        return people;
    }

    private record Reader(String file, Map<String, Person> people) {
        StoredHistory history(String name, JsonNode root) {
            List<Step> steps = new ArrayList<>();
            for (JsonNode step : root.path("step")) {
                steps.add(step(steps.size() + 1, step));
            }
            List<StoredProposal> proposals = new ArrayList<>();
            for (JsonNode p : root.path("proposal")) {
                int number = proposals.size() + 1;
                proposals.add(new StoredProposal(person(number, text(number, p, "by")), date(number, p),
                        text(number, p, "fork"), text(number, p, "branch"), text(number, p, "title"),
                        text(number, p, "text").strip()));
            }
            Optional<Person> you = optional(root, "you").map(key -> person(0, key));
            return new StoredHistory(name, you, List.copyOf(steps), List.copyOf(proposals));
        }

        private Step step(int number, JsonNode s) {
            List<Person> with = new ArrayList<>();
            s.path("with").forEach(name -> with.add(person(number, name.asText())));
            return new Step(number, date(number, s), person(number, text(number, s, "by")), List.copyOf(with),
                    text(number, s, "message"), s.path("on").asText(MAIN), s.path("from").asText(MAIN),
                    optional(s, "fork"), optional(s, "merge"), optional(s, "tag"), changes(number, s));
        }

        private List<Change> changes(int number, JsonNode s) {
            List<Change> changes = new ArrayList<>();
            s.path("add").forEach(f -> changes.add(new Change.Add(path(number, f.asText()))));
            s.path("draft").forEach(d -> changes.add(new Change.Draft(path(number, text(number, d, "file")),
                    text(number, d, "find"), d.path("instead").asText(), d.path("all").asBoolean())));
            s.path("copy").forEach(c -> changes
                    .add(new Change.Copy(path(number, text(number, c, "file")), text(number, c, "from"))));
            s.path("move").forEach(m -> changes.add(
                    new Change.Move(path(number, text(number, m, "from")), path(number, text(number, m, "to")))));
            s.path("remove").forEach(f -> changes.add(new Change.Remove(path(number, f.asText()))));
            s.path("edit").forEach(e -> changes.add(new Change.Edit(path(number, text(number, e, "file")),
                    text(number, e, "find"), e.path("replace").asText())));
            s.path("pin").forEach(p -> changes.add(new Change.Pin(text(number, p, "name"), text(number, p, "design"),
                    folder(number, text(number, p, "module")), text(number, p, "tag"))));
            return List.copyOf(changes);
        }

        private RepoPath path(int number, String text) {
            if (text.isEmpty() || !RepoPath.isSafe(text)) {
                throw bad(number, text);
            }
            return new RepoPath(text);
        }

        private RepoPath folder(int number, String text) {
            return text.equals(".") ? RepoPath.ROOT : path(number, text);
        }

        private Person person(int number, String key) {
            return Optional.ofNullable(people.get(key)).orElseThrow(() -> bad(number, key));
        }

        private Instant date(int number, JsonNode s) {
            try {
                return Instant.parse(text(number, s, "date"));
            } catch (DateTimeParseException e) {
                throw new Fault(e, "sample.step-bad", file, number, "date");
            }
        }

        private String text(int number, JsonNode node, String key) {
            String text = node.path(key).asText();
            if (text.isEmpty()) {
                throw bad(number, key);
            }
            return text;
        }

        private static Optional<String> optional(JsonNode node, String key) {
            return Optional.of(node.path(key).asText()).filter(t -> !t.isEmpty());
        }

        private Fault bad(int number, String what) {
            return new Fault("sample.step-bad", file, number, what);
        }
    }
}
