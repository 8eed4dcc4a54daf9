package org.commonwright.design.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commonwright.design.manifest.Commons.Maintainers;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// Reads `[[maintainers]]`. Who guards a door must be said without a doubt: here everything that is unknown or wrong is an
/// error, and while there is one nobody has the last word.
final class MaintainersReader {
    private static final String KEY = "maintainers";
    private static final Set<String> KEYS = Set.of("path", "people");
    private static final Pattern PERSON = Pattern
            .compile(Commons.Maintainers.KEY + "|[^<>]*<[^<>@ ]+@[^<>@ ]+>|[^<>@ ]+@[^<>@ ]+");

    private final String shownAs;
    private final Consumer<Problem> problems;
    private final Set<RepoPath> seen = new HashSet<>();

    MaintainersReader(String shownAs, Consumer<Problem> problems) {
        this.shownAs = shownAs;
        this.problems = problems;
    }

    /// @return from the most general folder to the most special one
    List<Maintainers> read(TomlTable commons) {
        commons.keys().stream().filter(key -> !key.equals(KEY) && key.toLowerCase(Locale.ROOT).startsWith("maint"))
                .forEach(key -> wrong("design.maintainers-misspelt", key));
        if (commons.has(KEY) && !commons.holdsOnlyTables(KEY)) {
            wrong("design.maintainers-no-table");
        }
        List<Maintainers> read = new ArrayList<>();
        int number = 0;
        for (TomlTable entry : commons.tables(KEY)) {
            entry(entry, ++number, read);
        }
        read.sort(Comparator.comparing(Maintainers::path));
        return List.copyOf(read);
    }

    private void entry(TomlTable entry, int number, List<Maintainers> read) {
        entry.keys().stream().filter(key -> !KEYS.contains(key))
                .forEach(key -> wrong("design.maintainers-key", number, key));
        String text = entry.text("path");
        String path = text.equals(".") ? "" : text;
        if (entry.has("path") && !entry.holdsOnlyTexts("path") || !RepoPath.isSafe(path)) {
            wrong("design.maintainers-path", number, text);
        } else if (!seen.add(new RepoPath(path))) {
            wrong("design.maintainers-twice", number, path.isEmpty() ? "." : path);
        } else {
            read.add(new Maintainers(new RepoPath(path), people(entry, number)));
        }
    }

    private List<String> people(TomlTable entry, int number) {
        List<String> people = entry.holdsOnlyTexts("people") ? entry.texts("people") : List.of();
        if (people.isEmpty()) {
            wrong("design.maintainers-people", number);
        }
        people.stream().filter(person -> !PERSON.matcher(person).matches())
                .forEach(person -> wrong("design.maintainers-person", number, person));
        return people;
    }

    private void wrong(String code, Object... arguments) {
        problems.accept(Problem.error(Place.file(shownAs), code, arguments));
    }
}
