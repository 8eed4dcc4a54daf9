package org.commonwright.contribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.commonwright.contribution.ContributionReader.Question;
import org.commonwright.contribution.pass.CommitTable;
import org.commonwright.contribution.pass.CommitTable.Change;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.pass.Moves;
import org.commonwright.contribution.people.Bots;
import org.commonwright.contribution.people.People;
import org.commonwright.contribution.rules.CountingRules;
import org.commonwright.contribution.rules.LineKind;
import org.commonwright.error.Problem;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;

/// Adds up the lines of a history by person and module.
final class Tally {
    private static final int PARTS = 1000;

    private final LineHistory history;
    private final People people;
    private final CountingRules rules;
    private final Question question;
    private final SequencedMap<Person, Sum> sums = new LinkedHashMap<>();
    private final List<RepoPath> uncounted = new ArrayList<>();
    private int files;
    private long lines;
    private long authored;

    /// What one person has.
    private static final class Sum {
        private Rational surviving = Rational.ZERO;
        private Rational authored = Rational.ZERO;
        private int commits;
        private final SequencedMap<RepoPath, Rational> modules = new TreeMap<>();
        private final SequencedMap<LineKind, Rational> kinds = new TreeMap<>();
    }

    Tally(LineHistory history, People people, CountingRules rules, Question question) {
        this.history = history;
        this.people = people;
        this.rules = rules;
        this.question = question;
    }

    Contributions count() {
        surviving();
        authored();
        List<Person> sorted = new ArrayList<>(sums.keySet());
        sorted.sort(Comparator.comparing((Person p) -> sums.get(p).surviving).reversed()
                .thenComparing(p -> sums.get(p).authored, Comparator.reverseOrder())
                .thenComparing(Person::name).thenComparing(Person::email));
        List<Integer> perMille = LargestRemainder
                .apportion(sorted.stream().map(p -> sums.get(p).surviving).toList(), PARTS);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Person person = sorted.get(i);
            Sum sum = sums.get(person);
            Rational share = lines == 0 ? Rational.ZERO : sum.surviving.dividedBy(Rational.of(lines));
            parts.add(new Part(person, Bots.isBot(person), sum.surviving, sum.authored, sum.commits, share,
                    perMille.get(i), sum.modules, sum.kinds));
        }
        return new Contributions(history.tip(), files, lines, authored, List.copyOf(parts), List.copyOf(uncounted),
                problems(sorted));
    }

    private void surviving() {
        CommitTable commits = history.commits();
        record Place(RepoPath module, LineKind kind) {}
        Map<Place, long[]> byPlace = new HashMap<>();
        history.files().forEach((path, file) -> {
            if (!path.isUnder(question.folder())) {
                return;
            }
            if (file.origins() == null || !rules.counts(path)) {
                uncounted.add(path);
                return;
            }
            files++;
            lines += file.origins().lines();
            long[] sum = byPlace.computeIfAbsent(new Place(question.moduleOf().apply(path), LineKind.of(path)),
                    _ -> new long[commits.size()]);
            file.origins().forEachRun((commit, n) -> sum[commit] += n);
        });
        byPlace.forEach((place, linesOf) -> {
            for (int commit = 0; commit < linesOf.length; commit++) {
                if (linesOf[commit] > 0) {
                    List<Sum> authors = authors(commit);
                    Rational each = Rational.of(linesOf[commit], authors.size());
                    for (Sum author : authors) {
                        author.surviving = author.surviving.plus(each);
                        author.modules.merge(place.module, each, Rational::plus);
                        author.kinds.merge(place.kind, each, Rational::plus);
                    }
                }
            }
        });
    }

    /// Only of commits that the tip reaches: the table may have met others. What was written into a file is told where that file
    /// is now, so that nobody has more lines in a folder than they ever wrote for it; a file that is gone stays where it was.
    private void authored() {
        Predicate<RepoPath> asked = asked();
        for (int commit : history.reached()) {
            long brought = 0;
            for (Change change : history.commits().row(commit).changes()) {
                if (asked.test(change.file()) && rules.counts(change.file())) {
                    brought += change.lines().of(commit);
                }
            }
            if (brought > 0) {
                authored += brought;
                List<Sum> authors = authors(commit);
                Rational each = Rational.of(brought, authors.size());
                for (Sum author : authors) {
                    author.authored = author.authored.plus(each);
                    author.commits++;
                }
            }
        }
    }

    private Predicate<RepoPath> asked() {
        RepoPath folder = question.folder();
        if (folder.isRoot()) {
            return _ -> true;
        }
        var moves = new Moves(history);
        return file -> {
            Set<RepoPath> now = moves.now(file);
            return now.isEmpty() ? file.isUnder(folder) : now.stream().anyMatch(one -> one.isUnder(folder));
        };
    }

    private List<Sum> authors(int commit) {
        return people.of(commit).stream().map(p -> sums.computeIfAbsent(p, _ -> new Sum())).toList();
    }

    private List<Problem> problems(List<Person> sorted) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Person> byEmail = new HashMap<>();
        for (Person person : sorted) {
            Person other = byEmail.putIfAbsent(person.email().toLowerCase(Locale.ROOT), person);
            if (other != null && !person.email().isEmpty()) {
                problems.add(Problem.note(null, "contribution.same-address", other.name(), person.name(),
                        person.email()));
            }
        }
        if (!history.missing().isEmpty()) {
            problems.add(Problem.warning(null, "contribution.missing", history.missing().size()));
        }
        return List.copyOf(problems);
    }
}
