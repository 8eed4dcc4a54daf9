package org.commonwright.design.draft;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonwright.design.DesignModule;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleFile;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// What the repository shows about one module, by the keys of OKH-LOSH. Nothing is guessed: what only people know is left out.
final class KnownFacts {
    static final String OKHV = "2.4";
    private static final long LIMIT = 1L << 20;
    /// Of longer lists a reader has nothing; the roles of files are found without them.
    private static final int MOST_FILES = 100;
    private static final Pattern HEADING = Pattern.compile("#\\s+(.{1,80}?)\\s*#*");
    private static final Pattern DRESSING = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)|[`*_]|<[^>]*>");

    private final DesignModule module;
    private final FileTree tree;

    private KnownFacts(DesignModule module) {
        this.module = module;
        this.tree = module.source().tree();
    }

    /// @param repository used for the root, whose modules inherit it
    static SequencedMap<String, List<String>> of(DesignModule module, RepositoryFacts repository) {
        var facts = new KnownFacts(module);
        SequencedMap<String, List<String>> known = new LinkedHashMap<>();
        known.put("okhv", List.of(OKHV));
        known.put("name", List.of(facts.name()));
        if (module.path().isRoot()) {
            put(known, "repo", repository.repo());
            put(known, "version", repository.version());
        }
        LicenceGuess.of(facts.tree, module.path()).ifPresent(id -> put(known, "license", id));
        facts.first(known, "readme", "readme(\\.[a-z]+)*");
        facts.picture(known);
        RepoPath bom = module.bom();
        if (bom != null && module.section().isEmpty()) {
            put(known, "bom", facts.relative(bom));
        }
        facts.first(known, "manufacturing-instructions",
                "(assembly|build|building|making|montage|instructions)([-_ ].*)?\\.(md|pdf|html)"
                        + "|.*[-_ ](assembly|build|instructions)\\.(md|pdf|html)");
        facts.first(known, "user-manual",
                "(user[-_ ]?)?manual\\.(md|pdf|html)|(usage|operation|operating)([-_ ].*)?\\.(md|pdf|html)");
        facts.first(known, "contribution-guide", "contributing(\\.[a-z]+)*");
        facts.files(known, "source", FileRole.SOURCE);
        facts.files(known, "export", FileRole.EXPORT);
        return known;
    }

    private static void put(SequencedMap<String, List<String>> known, String key, String value) {
        if (!value.isEmpty()) {
            known.put(key, List.of(value));
        }
    }

    /// What the README calls it, else the folder's name.
    private String name() {
        Optional<RepoPath> readme = files(n -> n.matches("readme\\.(md|markdown)"))
                .filter(f -> f.parent().equals(module.path()))
                .findFirst();
        return readme.flatMap(this::heading).orElseGet(module::name);
    }

    private Optional<String> heading(RepoPath readme) {
        if (tree.size(readme) > LIMIT) {
            return Optional.empty();
        }
        return new String(tree.read(readme, LIMIT), StandardCharsets.UTF_8).lines().limit(40)
                .map(line -> HEADING.matcher(line)).filter(Matcher::matches).map(m -> m.group(1)).findFirst()
                .map(h -> DRESSING.matcher(h).replaceAll("$1").strip())
                .filter(h -> !h.isEmpty() && h.chars().noneMatch(Character::isISOControl));
    }

    private void first(SequencedMap<String, List<String>> known, String key, String pattern) {
        files(name -> name.matches(pattern)).findFirst().ifPresent(file -> put(known, key, relative(file)));
    }

    /// The one picture there is; of several, none is known to stand for the module.
    private void picture(SequencedMap<String, List<String>> known) {
        List<ModuleFile> pictures = module.files(FileRole.PICTURE);
        if (pictures.size() == 1) {
            put(known, "image", relative(pictures.getFirst().path()));
        }
    }

    private void files(SequencedMap<String, List<String>> known, String key, FileRole role) {
        List<String> paths = module.files(role).stream().map(f -> relative(f.path())).toList();
        if (!paths.isEmpty() && paths.size() <= MOST_FILES) {
            known.put(key, paths);
        }
    }

    private Stream<RepoPath> files(Predicate<String> name) {
        return module.files().stream().map(ModuleFile::path)
                .filter(file -> name.test(file.fileName().toLowerCase(Locale.ROOT)));
    }

    private String relative(RepoPath file) {
        String folder = module.path().text();
        return folder.isEmpty() ? file.text() : file.text().substring(folder.length() + 1);
    }
}
