package org.commonwright.design.manifest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Reads Open Know-How manifests in TOML.
public final class ManifestReader {
    private static final Set<String> VERSIONS = Set.of("2.4", "2.0", "OKH-LOSHv1.0");

    private ManifestReader() {}

    /// The manifest `file`; empty, with a problem, when it is no TOML.
    ///
    /// @param shownAs what problems call the file
    public static Optional<Manifest> read(RepoPath file, String shownAs, byte[] bytes, Consumer<Problem> problems) {
        return TomlTable.parse(shownAs, bytes, problems).map(table -> manifest(file, shownAs, table, problems));
    }

    private static Manifest manifest(RepoPath file, String shownAs, TomlTable t, Consumer<Problem> problems) {
        String okhv = t.text("okhv");
        if (!VERSIONS.contains(okhv)) {
            problems.accept(okhv.isEmpty()
                    ? Problem.note(Place.file(shownAs), "design.okh-version-missing")
                    : Problem.warning(Place.file(shownAs), "design.okh-version-unknown", okhv));
        }
        List<String> docs = new ArrayList<>();
        for (String key : List.of("readme", "manufacturing-instructions", "user-manual", "contribution-guide",
                "attestation", "publication")) {
            docs.addAll(t.texts(key));
        }
        return new Manifest(file, okhv, t.text("name"), t.text("version"), licence(t), people(t, "licensor"),
                String.join(", ", people(t, t.has("organization") ? "organization" : "organisation")), t.text("repo"),
                t.text("release"), t.text("function"), String.join(", ", t.texts("documentation-language")),
                t.text("technology-readiness-level"), t.text("documentation-readiness-level"), t.texts("tsdc"),
                t.text("material"), t.texts("bom"), t.texts("source"), t.texts("export"), images(t),
                List.copyOf(docs), dimensions(t), mass(t), parts(t));
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
    private static List<String> people(TomlTable t, String key) {
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
                        p.texts("export"), images(p), dimensions(p), mass(p)))
                .toList();
    }

    /// All three or none. `widht` is what manifests out there really say; an OpenSCAD expression gives none.
    private static @Nullable Dimensions dimensions(TomlTable t) {
        Optional<TomlTable> box = t.table("outer-dimensions");
        if (box.isEmpty()) {
            return null;
        }
        TomlTable b = box.get();
        Optional<BigDecimal> width = b.number(b.has("width") ? "width" : "widht");
        Optional<BigDecimal> depth = b.number("depth");
        Optional<BigDecimal> height = b.number("height");
        if (width.isEmpty() || depth.isEmpty() || height.isEmpty()) {
            t.wrongSort("outer-dimensions");
            return null;
        }
        return new Dimensions(width.get(), depth.get(), height.get());
    }

    private static @Nullable BigDecimal mass(TomlTable t) {
        return t.number("mass").orElse(null);
    }
}
