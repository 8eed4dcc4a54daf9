package org.commonwright.design.manifest;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// What an Open Know-How manifest (`okh.toml`) says of a module. Texts that it does not give are empty; paths are as
/// written: relative to the manifest's folder, or URLs. Source: OKH-LOSH, versions "2.4", "2.0" and "OKH-LOSHv1.0".
///
/// @param file the manifest itself
/// @param okhv the version of the standard as written
/// @param licence an SPDX licence expression
/// @param processes technology-specific documentation criteria (`tsdc`), such as `3DP`, `MEC`, `PCB`
/// @param bom the bill of materials
/// @param docs readme, instructions, manuals
/// @param mass in grams
public record Manifest(RepoPath file, String okhv, String name, String version, String licence,
        List<String> licensors, String organisation, String repo, String release, String function,
        String documentationLanguage, String technologyReadiness, String documentationReadiness,
        List<String> processes, String material, List<String> bom, List<String> sources, List<String> exports,
        List<String> images, List<String> docs, @Nullable Dimensions dimensions, @Nullable BigDecimal mass,
        List<DeclaredPart> parts) {
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
