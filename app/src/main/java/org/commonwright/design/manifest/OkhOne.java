package org.commonwright.design.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// Manifests of Open Know-How 1.0, in YAML. What each field becomes follows the mapping from 1.0 that OKH-LOSH publishes
/// ("Ontology Mapping OKHv1 to OKH-LOSHv1"), except that `description` alone is the function: the intended use and the health
/// and safety notice stay as they are, in [Manifest#more].
final class OkhOne {
    static final String VERSION = "1.0";
    private static final List<String> SOURCES = List.of("design-files", "schematics", "software");
    private static final List<String> DOCS = List.of("making-instructions", "operating-instructions",
            "maintenance-instructions", "quality-instructions", "disposal-instructions", "risk-assessment",
            "tool-settings", "tool-list");
    private static final Set<String> KNOWN = Set.of("title", "version", "description", "documentation-home",
            "archive-download", "bom", "image", "design-files", "schematics", "manufacturing-files",
            "making-instructions", "operating-instructions", "maintenance-instructions", "quality-instructions",
            "disposal-instructions", "risk-assessment", "tool-settings", "tool-list", "documentation-language",
            "okh-manifest-version");

    private OkhOne() {}

    /// Whether a file's name is that of YAML.
    static boolean isOne(RepoPath file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    /// The map that the file is; empty, with a problem, when it is none.
    static Optional<ObjectNode> map(String shownAs, byte[] bytes, Consumer<Problem> problems) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return YamlTree.read(shownAs, text.startsWith("\ufeff") ? text.substring(1) : text, problems);
        } catch (CharacterCodingException _) {
            problems.accept(Problem.error(Place.file(shownAs), "design.not-utf8"));
            return Optional.empty();
        }
    }

    static Optional<Manifest> read(RepoPath file, String shownAs, byte[] bytes, Consumer<Problem> problems) {
        return map(shownAs, bytes, problems).map(map -> manifest(file, TomlTable.of(shownAs, map, problems), shownAs,
                problems));
    }

    private static Manifest manifest(RepoPath file, TomlTable t, String shownAs, Consumer<Problem> problems) {
        List<String> elsewhere = t.tables("sub").stream().map(s -> s.text("title")).filter(s -> !s.isEmpty()).toList();
        if (!elsewhere.isEmpty()) {
            problems.accept(Problem.note(Place.file(shownAs), "design.okh-sub", String.join(", ", elsewhere)));
        }
        String okhv = t.text("okh-manifest-version");
        Optional<TomlTable> licensor = t.table("licensor");
        return new Manifest(file, okhv.isEmpty() ? VERSION : okhv, t.text("title"), t.text("version"), licence(t),
                ManifestReader.people(t, "licensor"), licensor.map(l -> l.text("affiliation")).orElse(""), repo(t),
                t.text("archive-download"), t.text("description"), language(t), technologyReadiness(t),
                isTrue(t, "made-independently") ? "ODRL-3" : "", List.of(), "", paths(t, List.of("bom")),
                paths(t, SOURCES), paths(t, List.of("manufacturing-files")), paths(t, List.of("image")), paths(t, DOCS),
                null, null, List.of(), t.rest(KNOWN));
    }

    /// The hardware's, else the documentation's, else the software's.
    static String licence(TomlTable t) {
        Optional<TomlTable> table = t.table("license");
        if (table.isEmpty()) {
            return t.text("license");
        }
        for (String of : List.of("hardware", "documentation", "software")) {
            if (!table.get().text(of).isEmpty()) {
                return table.get().text(of);
            }
        }
        return "";
    }

    static String repo(TomlTable t) {
        String home = t.text("documentation-home");
        return home.isEmpty() ? t.text("project-link") : home;
    }

    /// The text of the specification writes it with an underscore, its template with a hyphen.
    static String language(TomlTable t) {
        return String.join(", ", t.texts(t.has("documentation-language")
                ? "documentation-language"
                : "documentation_language"));
    }

    static String technologyReadiness(TomlTable t) {
        boolean made = isTrue(t, "made") || isTrue(t, "made-independently")
                || t.texts("development-stage").stream().anyMatch("prototype"::equalsIgnoreCase);
        return made ? "OTRL-3" : "";
    }

    static boolean isTrue(TomlTable t, String key) {
        return t.texts(key).stream().anyMatch("true"::equalsIgnoreCase);
    }

    /// Links are a path, a list of paths, or maps with a path and a title.
    static List<String> paths(TomlTable t, List<String> keys) {
        List<String> paths = new ArrayList<>();
        for (String key : keys) {
            List<TomlTable> tables = t.tables(key);
            if (tables.isEmpty()) {
                paths.addAll(t.texts(key));
            } else {
                tables.stream().map(link -> link.text("path")).filter(path -> !path.isEmpty()).forEach(paths::add);
            }
        }
        return List.copyOf(paths);
    }
}
