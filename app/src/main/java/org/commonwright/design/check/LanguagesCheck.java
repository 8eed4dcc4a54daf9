package org.commonwright.design.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.design.ModuleFile;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;

/// Texts that are there in several languages (`README.md`, `README.fr.md`; `docs/assembly.md`,
/// `docs/fr/assembly.md`) and have not
/// the same number of sections or other pictures: one of them is behind. Which one, only people know.
final class LanguagesCheck implements ModuleCheck {
    private static final long LIMIT = 2 << 20;
    private static final String CODES = "(?:en|fr|de|es|it|pt|nl|pl|ru|uk|zh|ja|ko|ar|tr|cs|sv|fi|da|ca|el|hu|ro)";
    private static final Pattern SUFFIX = Pattern.compile("(.+?)[-_.](" + CODES + ")(\\.md)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOLDER = Pattern.compile("((?:.*/)?)(" + CODES + ")/(.+\\.md)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+\\S");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\[\\]]*+]\\(\\s*+<?([^)\\s>]+)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^(```|~~~).*?^\\1");

    @Override
    public String id() {
        return "languages";
    }

    private record Text(RepoPath file, long sections, Set<String> pictures) {}

    @Override
    public void check(CheckedDesign design, CheckedModule module, Consumer<Found> found) {
        Map<String, List<RepoPath>> byText = new TreeMap<>();
        for (ModuleFile file : module.module().files()) {
            String path = file.path().text();
            if (path.toLowerCase(Locale.ROOT).endsWith(".md")) {
                byText.computeIfAbsent(withoutLanguage(path), _ -> new ArrayList<>()).add(file.path());
            }
        }
        byText.values().stream().filter(files -> files.size() > 1)
                .forEach(files -> compare(files.stream().sorted(Comparator.comparingInt(LanguagesCheck::rank))
                        .flatMap(file -> read(design.files(), file).stream()).toList(), found));
    }

    private static String withoutLanguage(String path) {
        Matcher folder = FOLDER.matcher(path);
        Matcher suffix = SUFFIX.matcher(path);
        return folder.matches()
                ? folder.group(1) + folder.group(3)
                : suffix.matches() ? suffix.group(1) + suffix.group(3) : path;
    }

    /// The text without a language in its path is the one that others are translated from, else the English one.
    private static int rank(RepoPath file) {
        String path = file.text();
        Matcher folder = FOLDER.matcher(path);
        Matcher suffix = SUFFIX.matcher(path);
        String language = folder.matches() ? folder.group(2) : suffix.matches() ? suffix.group(2) : "";
        return language.isEmpty() ? 0 : language.equalsIgnoreCase("en") ? 1 : 2;
    }

    private static Optional<Text> read(FileTree tree, RepoPath file) {
        try {
            String text = FENCED.matcher(new String(tree.read(file, LIMIT), StandardCharsets.UTF_8)).replaceAll("");
            Set<String> pictures = new HashSet<>();
            PICTURE.matcher(text).results().forEach(r -> pictures.add(Names.plain(CountInNameCheck.stem(r.group(1)))
                    .replaceAll("-" + CODES + "$", "")));
            return Optional.of(new Text(file, HEADING.matcher(text).results().count(), pictures));
        } catch (Fault _) {
            // A text that is not there or too large is told where it is read; nobody knows how many sections it has.
            return Optional.empty();
        }
    }

    private static void compare(List<Text> texts, Consumer<Found> found) {
        if (texts.isEmpty()) {
            return;
        }
        Text first = texts.getFirst();
        for (Text other : texts.subList(1, texts.size())) {
            if (other.sections != first.sections) {
                found.accept(Found.of(Problem.note(Place.file(other.file.text()), "design.language-sections",
                        other.sections, first.file, first.sections)));
            } else if (other.pictures.size() != first.pictures.size()) {
                found.accept(Found.of(Problem.note(Place.file(other.file.text()), "design.language-pictures",
                        other.pictures.size(), first.file, first.pictures.size())));
            }
        }
    }
}
