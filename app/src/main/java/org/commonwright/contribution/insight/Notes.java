package org.commonwright.contribution.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonwright.contribution.insight.Note.Kind;
import org.commonwright.contribution.pass.CommitTable.Change;
import org.commonwright.contribution.pass.CommitTable.Row;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.people.People;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;

/// Recognises in a history what inflates lines: own work replaced at once, and spacing that was changed for its own sake.
final class Notes {
    private static final long SOON = 14L * 24 * 3600;
    private static final long LEAST = 100;
    private static final double CHURNED = 0.3;
    private static final double SPACED = 0.8;

    private final LineHistory history;
    private final People people;
    private final Scope scope;

    Notes(LineHistory history, People people, Scope scope) {
        this.history = history;
        this.people = people;
        this.scope = scope;
    }

    /// Those of whose lines a good part was replaced by themselves within two weeks.
    List<Note> churn() {
        Map<Person, long[]> sums = new HashMap<>();
        for (int commit : history.reached()) {
            Row row = history.commits().row(commit);
            Map<Integer, Integer> lines = lines(row);
            long brought = lines.getOrDefault(commit, 0);
            people.of(commit).forEach(person -> sums.computeIfAbsent(person, _ -> new long[2])[1] += brought);
            if (row.parents().size() < 2) {
                lines.forEach((from, n) -> {
                    long age = row.when() - history.commits().row(from).when();
                    if (n < 0 && age >= 0 && age < SOON) {
                        Set<Person> both = new HashSet<>(people.of(commit));
                        both.retainAll(people.of(from));
                        both.forEach(person -> sums.get(person)[0] -= n);
                    }
                });
            }
        }
        List<Note> notes = new ArrayList<>();
        sums.forEach((person, sum) -> {
            if (sum[0] >= LEAST && sum[0] >= CHURNED * sum[1]) {
                notes.add(new Note(Kind.CHURN, List.of(person), null, null, sum[0], sum[1], null));
            }
        });
        notes.sort(Comparator.comparingLong(Note::lines).reversed().thenComparing(n -> n.people().toString()));
        return notes;
    }

    /// Commits of whose lines most are not new when spaces are not looked at.
    ///
    /// @param spaceless the same history, read without spaces
    List<Note> spacing(LineHistory spaceless) {
        Map<CommitId, Long> without = new HashMap<>();
        for (int commit : spaceless.reached()) {
            Row row = spaceless.commits().row(commit);
            without.put(row.id(), (long) lines(row).getOrDefault(commit, 0));
        }
        List<Note> notes = new ArrayList<>();
        for (int commit : history.reached()) {
            Row row = history.commits().row(commit);
            long all = lines(row).getOrDefault(commit, 0);
            long spaced = all - without.getOrDefault(row.id(), all);
            if (spaced >= LEAST && spaced >= SPACED * all) {
                notes.add(new Note(Kind.SPACING, people.of(commit), row.id(), null, spaced, all, null));
            }
        }
        notes.sort(Comparator.comparingLong(Note::lines).reversed().thenComparing(n -> String.valueOf(n.commit())));
        return notes;
    }

    /// What a commit changes in all files together: a line that goes from one file to another is none.
    private Map<Integer, Integer> lines(Row row) {
        Map<Integer, Integer> lines = new HashMap<>();
        for (Change change : row.changes()) {
            if (scope.holds(change.file())) {
                change.lines().forEach((from, n) -> lines.merge(from, n, Integer::sum));
            }
        }
        return lines;
    }
}
