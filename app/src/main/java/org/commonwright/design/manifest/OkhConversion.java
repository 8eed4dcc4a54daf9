package org.commonwright.design.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// A manifest of Open Know-How 1.0 as the keys of OKH-LOSH 2.4. What has no key there keeps its own, so that nothing is lost but
/// the titles of links that become plain paths.
public final class OkhConversion {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> MOVED = Set.of("title", "version", "description", "documentation-home", "license",
            "licensor", "archive-download", "documentation-language", "documentation_language", "image", "bom",
            "design-files", "schematics", "manufacturing-files", "making-instructions", "operating-instructions",
            "okh-manifest-version");

    private OkhConversion() {}

    /// @param yaml as [ManifestReader#tree] gives it
    public static SequencedMap<String, JsonNode> losh(ObjectNode yaml) {
        TomlTable t = TomlTable.of("", yaml, _ -> {});
        SequencedMap<String, JsonNode> losh = new LinkedHashMap<>();
        losh.put("okhv", NODES.textNode("2.4"));
        text(losh, "name", t.text("title"));
        text(losh, "repo", OkhOne.repo(t));
        text(losh, "version", t.text("version"));
        text(losh, "release", t.text("archive-download"));
        text(losh, "license", OkhOne.licence(t));
        licences(losh, yaml.path("license"), OkhOne.licence(t));
        licensor(losh, t);
        text(losh, "documentation-language", OkhOne.language(t));
        text(losh, "technology-readiness-level", OkhOne.technologyReadiness(t));
        text(losh, "documentation-readiness-level", OkhOne.isTrue(t, "made-independently") ? "ODRL-3" : "");
        if (yaml.path("description").isTextual()) {
            text(losh, "function", yaml.path("description").textValue());
        }
        texts(losh, "image", OkhOne.paths(t, List.of("image")));
        texts(losh, "bom", OkhOne.paths(t, List.of("bom")));
        texts(losh, "manufacturing-instructions", OkhOne.paths(t, List.of("making-instructions")));
        texts(losh, "user-manual", OkhOne.paths(t, List.of("operating-instructions")));
        texts(losh, "source", OkhOne.paths(t, List.of("design-files", "schematics")));
        texts(losh, "export", OkhOne.paths(t, List.of("manufacturing-files")));
        boolean homeIsRepo = t.has("documentation-home");
        yaml.properties().stream().filter(e -> !MOVED.contains(e.getKey()))
                .filter(e -> homeIsRepo || !e.getKey().equals("project-link"))
                .forEach(e -> losh.putIfAbsent(e.getKey(), e.getValue()));
        return losh;
    }

    private static void text(SequencedMap<String, JsonNode> to, String key, String text) {
        if (!text.isBlank()) {
            to.put(key, NODES.textNode(text.strip()));
        }
    }

    private static void texts(SequencedMap<String, JsonNode> to, String key, List<String> texts) {
        if (texts.size() == 1) {
            text(to, key, texts.getFirst());
        } else if (!texts.isEmpty()) {
            ArrayNode array = NODES.arrayNode();
            texts.forEach(array::add);
            to.put(key, array);
        }
    }

    /// OKH-LOSH has one licence; those of documents and software stay beside it.
    private static void licences(SequencedMap<String, JsonNode> to, JsonNode licences, String first) {
        for (String of : List.of("documentation", "software")) {
            String id = licences.path(of).asText();
            if (!id.isBlank() && !id.equals(first)) {
                text(to, of + "-license", id);
            }
        }
    }

    private static void licensor(SequencedMap<String, JsonNode> to, TomlTable t) {
        texts(to, "licensor", ManifestReader.people(t, "licensor"));
        t.table("licensor").ifPresent(licensor -> text(to, "organization", licensor.text("affiliation")));
    }
}
