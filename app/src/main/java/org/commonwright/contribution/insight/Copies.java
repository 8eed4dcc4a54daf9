package org.commonwright.contribution.insight;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonwright.contribution.insight.Note.Kind;
import org.commonwright.contribution.pass.FileState;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.people.People;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// Files most of whose lines stand in another file that somebody else had made before: as with `git blame`, a copy belongs to
/// whoever made it. Short lines, which say little, are not compared.
final class Copies {
    private static final int SHORTEST = 8;
    private static final int LEAST = 20;
    private static final double ALIKE = 0.8;
    private static final int COMMON = 8;
    private static final long LIMIT = 1L << 20;

    private final LineHistory history;
    private final People people;
    private final Scope scope;
    private final GitRepository repository;

    Copies(LineHistory history, People people, Scope scope, GitRepository repository) {
        this.history = history;
        this.people = people;
        this.scope = scope;
        this.repository = repository;
    }

    private record Text(RepoPath path, FileState state, Set<String> lines, int first) {}

    List<Note> find(Progress progress) {
        List<Text> texts = new ArrayList<>();
        Map<String, List<Integer>> where = new HashMap<>();
        for (var file : new TreeMap<>(history.files()).entrySet()) {
            progress.check();
            if (file.getValue().origins() != null && scope.holds(file.getKey())) {
                Text text = text(file.getKey(), file.getValue());
                if (text.lines.size() >= LEAST) {
                    text.lines.forEach(line -> where.computeIfAbsent(line, _ -> new ArrayList<>()).add(texts.size()));
                    texts.add(text);
                }
            }
        }
        List<Note> notes = new ArrayList<>();
        for (Text text : texts) {
            copied(text, texts, where, notes);
        }
        notes.sort(Comparator.comparingLong(Note::lines).reversed().thenComparing(n -> String.valueOf(n.file())));
        return notes;
    }

    /// A line that stands in many files says nothing about where it comes from.
    private void copied(Text text, List<Text> texts, Map<String, List<Integer>> where, List<Note> notes) {
        Map<Integer, Integer> shared = new HashMap<>();
        for (String line : text.lines) {
            List<Integer> others = where.get(line);
            if (others.size() <= COMMON) {
                others.forEach(other -> shared.merge(other, 1, Integer::sum));
            }
        }
        shared.entrySet().stream()
                .filter(e -> texts.get(e.getKey()) != text && e.getValue() >= ALIKE * text.lines.size()
                        && texts.get(e.getKey()).first < text.first)
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(e -> {
                    Text from = texts.get(e.getKey());
                    List<Person> copiers = people.of(text.first);
                    if (!copiers.equals(people.of(from.first))) {
                        notes.add(new Note(Kind.COPY, copiers, history.commits().row(text.first).id(), text.path,
                                e.getValue(), text.lines.size(), from.path));
                    }
                });
    }

    private Text text(RepoPath path, FileState state) {
        Set<String> lines = new HashSet<>();
        int[] first = {Integer.MAX_VALUE};
        state.origins().forEachRun((commit, _) -> first[0] = Math.min(first[0], commit));
        try {
            new String(repository.blob(state.blob(), LIMIT), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> line.length() >= SHORTEST).forEach(lines::add);
        } catch (Fault fault) {
            if (!fault.code().equals("git.missing-object") && !fault.code().equals("files.too-large")) {
                throw fault;
            }
        }
        return new Text(path, state, lines, first[0]);
    }
}
