package org.commonwright.design.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// A `REUSE.toml`, version 1. (REUSE 3.3, "REUSE.toml".)
///
/// @param folder where it stands; its paths count from there
/// @param annotations in the order of the file: of those that match a file, the last counts
public record ReuseToml(RepoPath folder, List<Annotation> annotations) {
    /// How it stands to what a file says of itself.
    public enum Precedence {
        /// Counts for what neither the file nor a nearer `REUSE.toml` says.
        CLOSEST,
        /// Counts together with what the file says.
        AGGREGATE,
        /// Counts instead of what the file, and every `REUSE.toml` below, says.
        OVERRIDE
    }

    /// @param paths patterns of paths, as they are written
    /// @param licences SPDX expressions
    /// @param copyright whether somebody is named
    public record Annotation(List<String> paths, Precedence precedence, List<String> licences, boolean copyright) {
        boolean matches(String path) {
            return paths.stream().anyMatch(pattern -> PathGlob.of(pattern).matches(path));
        }
    }

    public ReuseToml {
        annotations = List.copyOf(annotations);
    }

    /// What is said about a file below its folder.
    public Optional<Annotation> of(RepoPath file) {
        String path = folder.isRoot() ? file.text() : file.text().substring(folder.text().length() + 1);
        return annotations.reversed().stream().filter(annotation -> annotation.matches(path)).findFirst();
    }

    /// Empty, with a problem, when it is no TOML or of another version.
    public static Optional<ReuseToml> read(RepoPath file, byte[] bytes, Consumer<Problem> problems) {
        Optional<TomlTable> table = TomlTable.parse(file.text(), bytes, problems);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        if (!table.get().text("version").equals("1")) {
            problems.accept(Problem.warning(Place.file(file.text()), "design.reuse-version",
                    table.get().text("version").isEmpty() ? "?" : table.get().text("version")));
            return Optional.empty();
        }
        List<Annotation> annotations = new ArrayList<>();
        for (TomlTable one : table.get().tables("annotations")) {
            String precedence = one.text("precedence");
            Optional<Precedence> known = precedence.isEmpty()
                    ? Optional.of(Precedence.CLOSEST)
                    : List.of(Precedence.values()).stream().filter(p -> p.name().equalsIgnoreCase(precedence)).findFirst();
            if (known.isEmpty()) {
                problems.accept(Problem.warning(Place.file(file.text()), "design.reuse-precedence", precedence));
            }
            annotations.add(new Annotation(one.texts("path"),
                    known.orElse(Precedence.CLOSEST), one.texts("SPDX-License-Identifier"),
                    !one.texts("SPDX-FileCopyrightText").isEmpty()));
        }
        return Optional.of(new ReuseToml(file.parent(), annotations));
    }
}
