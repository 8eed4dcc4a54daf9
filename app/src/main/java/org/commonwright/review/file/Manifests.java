package org.commonwright.review.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonwright.design.manifest.ManifestReader;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Reads both sides of a manifest, of the rules or of the locked pins of a design.
public final class Manifests {
    private static final Pattern NAMES = Pattern
            .compile("(okh([-_.].*)?|.*\\.okh)\\.(toml|ya?ml)|commons\\.(toml|lock)|bom\\.lists\\.toml");
    /// The most bytes that are read of one.
    public static final long LARGEST = 4L << 20;

    private Manifests() {}

    public static boolean isOne(RepoPath file) {
        return NAMES.matcher(file.fileName().toLowerCase(Locale.ROOT)).matches();
    }

    /// @param before null when it is new
    /// @param after null when it is removed
    /// @param problems what is wrong with a side
    /// @return empty, with a problem, when a side is no TOML or, by its name, no YAML
    public static Optional<FieldDiff> compare(RepoPath file, byte @Nullable [] before, byte @Nullable [] after,
            List<Problem> problems) {
        Optional<ObjectNode> old = tree(file, before, problems);
        Optional<ObjectNode> now = tree(file, after, problems);
        return old.isPresent() && now.isPresent()
                ? Optional.of(Fields.between(old.orElseThrow(), now.orElseThrow()))
                : Optional.empty();
    }

    private static Optional<ObjectNode> tree(RepoPath file, byte @Nullable [] bytes, List<Problem> problems) {
        if (bytes == null) {
            return Optional.of(JsonNodeFactory.instance.objectNode());
        }
        List<Problem> found = new ArrayList<>();
        Optional<ObjectNode> tree = ManifestReader.tree(file, file.text(), bytes, found::add);
        found.stream().filter(p -> tree.isEmpty() || p.severity() == Problem.Severity.ERROR).forEach(problems::add);
        return tree;
    }
}
