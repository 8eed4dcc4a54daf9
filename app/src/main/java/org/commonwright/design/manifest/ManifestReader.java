package org.commonwright.design.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// Reads Open Know-How manifests: OKH-LOSH in TOML, version 1.0 in YAML (see [OkhOne]).
public final class ManifestReader {
    private static final Set<String> VERSIONS = Set.of("2.4", "2.0", "OKH-LOSHv1.0");

    private static final List<String> DOCS = List.of("readme", "manufacturing-instructions", "user-manual",
            "contribution-guide", "attestation", "publication");
    /// What has a place of its own in a [Manifest].
    private static final Set<String> KNOWN = Set.of("okhv", "name", "version", "license", "spdx-license",
            "alternative-license", "licensor", "organization", "organisation", "repo", "release", "function",
            "documentation-language", "technology-readiness-level", "documentation-readiness-level", "tsdc", "material",
            "bom", "source", "export", "image", "readme", "manufacturing-instructions", "user-manual",
            "contribution-guide", "attestation", "publication", "outer-dimensions", "outer-dimensions-mm", "mass",
            "mass-g", "mass-kg", "part");

    private ManifestReader() {}

    /// The manifest `file`; empty, with a problem, when it is no TOML or, by its name, no YAML.
    ///
    /// @param shownAs what problems call the file
    public static Optional<Manifest> read(RepoPath file, String shownAs, byte[] bytes, Consumer<Problem> problems) {
        return OkhOne.isOne(file)
                ? OkhOne.read(file, shownAs, bytes, problems)
                : TomlTable.parse(shownAs, bytes, problems).map(table -> manifest(file, shownAs, table, problems));
    }

    /// What a manifest says as it is written, by key; empty, with a problem, when it is no TOML or, by its name, no YAML.
    public static Optional<ObjectNode> tree(RepoPath file, String shownAs, byte[] bytes, Consumer<Problem> problems) {
        return OkhOne.isOne(file)
                ? OkhOne.map(shownAs, bytes, problems)
                : TomlTable.parse(shownAs, bytes, problems).map(TomlTable::node).filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast);
    }

    private static Manifest manifest(RepoPath file, String shownAs, TomlTable t, Consumer<Problem> problems) {
        String okhv = t.text("okhv");
        if (!VERSIONS.contains(okhv)) {
            problems.accept(okhv.isEmpty()
                    ? Problem.note(Place.file(shownAs), "design.okh-version-missing")
                    : Problem.warning(Place.file(shownAs), "design.okh-version-unknown", okhv));
        }
        List<String> docs = new ArrayList<>();
        DOCS.forEach(key -> docs.addAll(t.texts(key)));
        return new Manifest(file, okhv, t.text("name"), t.text("version"), licence(t), people(t, "licensor"),
                String.join(", ", people(t, t.has("organization") ? "organization" : "organisation")), t.text("repo"),
                t.text("release"), t.text("function"), String.join(", ", t.texts("documentation-language")),
                t.text("technology-readiness-level"), t.text("documentation-readiness-level"), t.texts("tsdc"),
                t.text("material"), t.texts("bom"), t.texts("source"), t.texts("export"), images(t),
                List.copyOf(docs), Measures.dimensions(t), Measures.mass(t), parts(t), t.rest(KNOWN));
    }

    private static String licence(TomlTable t) {
        for (String key : List.of("license", "spdx-license", "alternative-license")) {
            if (t.has(key)) {
                return t.text(key);
            }
        }
        return "";
    }

    /// A name, a list of names, or tables with a name and an e-mail address.
    static List<String> people(TomlTable t, String key) {
        List<TomlTable> tables = t.tables(key);
        if (tables.isEmpty()) {
            return t.texts(key);
        }
        return tables.stream().map(p -> {
            String email = p.text("email");
            return email.isEmpty() ? p.text("name") : p.text("name") + " <" + email + ">";
        }).toList();
    }

    /// Paths, or (since 2.4) tables with a location.
    private static List<String> images(TomlTable t) {
        List<TomlTable> tables = t.tables("image");
        return tables.isEmpty()
                ? t.texts("image")
                : tables.stream().map(i -> i.text("location")).filter(l -> !l.isEmpty()).toList();
    }

    private static List<DeclaredPart> parts(TomlTable t) {
        return t.tables("part").stream()
                .map(p -> new DeclaredPart(p.text("name"), p.texts("tsdc"), p.text("material"), p.texts("source"),
                        p.texts("export"), images(p), Measures.dimensions(p), Measures.mass(p)))
                .toList();
    }
}
