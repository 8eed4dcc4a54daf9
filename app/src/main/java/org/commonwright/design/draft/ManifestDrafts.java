package org.commonwright.design.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.design.manifest.ManifestReader;
import org.commonwright.design.manifest.OkhConversion;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// Drafts the manifests of a design's own modules: new ones, those of 1.0 as TOML, and those that say too little. A module in a
/// folder below another inherits its repository, version, licence and licensor, so that only the root is asked for them. In a new
/// file what stays open stands as a comment.
public final class ManifestDrafts {
    private static final long LIMIT = 4 << 20;
    private static final String NAME = "okh.toml";
    /// What the schema of OKH-LOSH requires, besides `okhv`.
    private static final List<String> REQUIRED = List.of("name", "repo", "version", "license", "licensor", "function");
    private static final Set<String> INHERITED = Set.of("repo", "version", "license", "licensor");
    private static final List<String> LICENCES = List.of("license", "spdx-license", "alternative-license");

    private final RepositoryFacts repository;

    private ManifestDrafts(RepositoryFacts repository) {
        this.repository = repository;
    }

    /// One draft for each own module that is a folder, the root first.
    public static List<ManifestDraft> of(ModuleTree tree, RepositoryFacts repository) {
        var drafts = new ManifestDrafts(repository);
        return tree.modules().stream().filter(m -> m.source().own()).filter(ManifestDrafts::isFolder).map(drafts::of)
                .toList();
    }

    /// A new manifest of one module, from its files alone.
    public static String text(DesignModule module) {
        return new ManifestDrafts(RepositoryFacts.NONE).written(module, module.path().resolve(NAME),
                ManifestDraft.State.MISSING, new LinkedHashMap<>()).text();
    }

    private static boolean isFolder(DesignModule module) {
        return module.section().isEmpty() && (module.bom() == null || !module.path().equals(module.bom()));
    }

    private ManifestDraft of(DesignModule module) {
        FileTree tree = module.source().tree();
        Manifest manifest = module.manifest();
        RepoPath target = module.path().resolve(NAME);
        if (manifest == null || manifest.isYaml()) {
            if (tree.exists(target) || tree.links().contains(target)) {
                return broken(module, target, List.of());
            }
        }
        if (manifest == null) {
            return written(module, target, ManifestDraft.State.MISSING, new LinkedHashMap<>());
        }
        List<Problem> problems = new ArrayList<>();
        byte[] bytes = tree.read(manifest.file(), LIMIT);
        Optional<ObjectNode> says = ManifestReader.tree(manifest.file(), manifest.file().text(), bytes, problems::add);
        if (says.isEmpty()) {
            return broken(module, manifest.file(), problems);
        }
        return manifest.isYaml()
                ? written(module, target, ManifestDraft.State.OLD, OkhConversion.losh(says.get()))
                : completed(module, manifest, new String(bytes, StandardCharsets.UTF_8), says.get());
    }

    private static ManifestDraft broken(DesignModule module, RepoPath file, List<Problem> problems) {
        List<Problem> all = new ArrayList<>(problems);
        all.add(Problem.error(Place.file(file.text()), "design.manifest-kept"));
        return new ManifestDraft(module, file, ManifestDraft.State.BROKEN, null, "", List.of(), List.of(), all);
    }

    private ManifestDraft written(DesignModule module, RepoPath file, ManifestDraft.State state,
            SequencedMap<String, JsonNode> said) {
        SequencedMap<String, JsonNode> all = new LinkedHashMap<>(said);
        KnownFacts.of(module, repository).forEach((key, texts) -> all.putIfAbsent(key, node(texts)));
        String text = all.entrySet().stream().map(e -> TomlText.line(e.getKey(), e.getValue()))
                .collect(Collectors.joining());
        List<String> open = open(module, all.keySet());
        String left = open.stream().map(key -> "# " + key + " = \"\"\n").collect(Collectors.joining());
        return new ManifestDraft(module, file, state, null, text + left, List.copyOf(all.keySet()), open, List.of());
    }

    private ManifestDraft completed(DesignModule module, Manifest manifest, String before, ObjectNode says) {
        SequencedMap<String, List<String>> known = KnownFacts.of(module, repository);
        if (LICENCES.stream().anyMatch(says::has)) {
            known.remove("license");
        }
        if (manifest.allSources().findAny().isPresent()) {
            known.remove("source");
        }
        if (manifest.allExports().findAny().isPresent()) {
            known.remove("export");
        }
        known.keySet().removeIf(says::has);
        List<String> has = new ArrayList<>(known.keySet());
        says.fieldNames().forEachRemaining(has::add);
        if (LICENCES.stream().anyMatch(says::has)) {
            has.add("license");
        }
        String end = before.contains("\r\n") ? "\r\n" : "\n";
        String lines = known.entrySet().stream().map(e -> TomlText.line(e.getKey(), node(e.getValue())))
                .collect(Collectors.joining()).replace("\n", end);
        String after = lines.isEmpty() ? before : inserted(before, lines, end);
        if (!fits(manifest.file(), after, says, known)) {
            return broken(module, manifest.file(), List.of());
        }
        return new ManifestDraft(module, manifest.file(), ManifestDraft.State.THERE, before, after,
                List.copyOf(known.keySet()), open(module, Set.copyOf(has)), List.of());
    }

    private static String inserted(String before, String lines, String end) {
        int at = TopLevel.end(before);
        String gap = at > 0 && before.charAt(at - 1) != '\n' && before.charAt(at - 1) != '\ufeff' ? end : "";
        String behind = before.startsWith("[", at) ? end : "";
        return before.substring(0, at) + gap + lines + behind + before.substring(at);
    }

    /// Whether the new text says what the old one said and the new keys, nothing else.
    private static boolean fits(RepoPath file, String after, ObjectNode says,
            SequencedMap<String, List<String>> added) {
        ObjectNode wanted = says.deepCopy();
        added.forEach((key, texts) -> wanted.set(key, node(texts)));
        return ManifestReader.tree(file, file.text(), after.getBytes(StandardCharsets.UTF_8), _ -> {})
                .filter(wanted::equals).isPresent();
    }

    private static List<String> open(DesignModule module, Set<String> has) {
        return REQUIRED.stream().filter(key -> !has.contains(key))
                .filter(key -> module.path().isRoot() || !INHERITED.contains(key)).toList();
    }

    private static JsonNode node(List<String> texts) {
        if (texts.size() == 1) {
            return JsonNodeFactory.instance.textNode(texts.getFirst());
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
