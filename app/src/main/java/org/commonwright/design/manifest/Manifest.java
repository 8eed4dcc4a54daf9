package org.commonwright.design.manifest;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// What an Open Know-How manifest (`okh.toml`, or `okh.yml` of version 1.0) says of a module. Texts that it does not give are
/// empty; paths are as written: relative to the manifest's folder, or URLs. Sources: OKH-LOSH, versions "2.4", "2.0" and
/// "OKH-LOSHv1.0"; The Open Know-How Manifest Specification 1.0, section 4.
///
/// @param file the manifest itself
/// @param okhv the version of the standard as written
/// @param licence an SPDX licence expression
/// @param processes technology-specific documentation criteria (`tsdc`), such as `3DP`, `MEC`, `PCB`
/// @param bom the bill of materials
/// @param docs readme, instructions, manuals
/// @param mass in grams
/// @param more what it says besides, by key (`keywords`, `contact.name`); of 1.0 also what has no key of its own here
public record Manifest(RepoPath file, String okhv, String name, String version, String licence,
        List<String> licensors, String organisation, String repo, String release, String function,
        String documentationLanguage, String technologyReadiness, String documentationReadiness,
        List<String> processes, String material, List<String> bom, List<String> sources, List<String> exports,
        List<String> images, List<String> docs, @Nullable Dimensions dimensions, @Nullable BigDecimal mass,
        List<DeclaredPart> parts, SequencedMap<String, List<String>> more) {
    public Manifest {
        more = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(more));
    }

    /// Whether it is a manifest of Open Know-How 1.0, in YAML.
    public boolean isYaml() {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    /// What it says besides under a key, as one text; empty when it says nothing.
    public String more(String key) {
        return String.join(", ", more.getOrDefault(key, List.of()));
    }

    /// The files that its parts are drawn in, its own first.
    public Stream<String> allSources() {
        return Stream.concat(sources.stream(), parts.stream().flatMap(p -> p.sources().stream()));
    }

    public Stream<String> allExports() {
        return Stream.concat(exports.stream(), parts.stream().flatMap(p -> p.exports().stream()));
    }

    public Stream<String> allImages() {
        return Stream.concat(images.stream(), parts.stream().flatMap(p -> p.images().stream()));
    }
}
