package org.commonwright.contribution.pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.git.CommitInfo;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;

/// The commits that a pass has met, numbered in the order in which it met them.
public final class CommitTable {
    /// One commit: who wrote it, and how many lines it brought into which files.
    ///
    /// @param parents their numbers
    /// @param people the author and the co-authors, as written
    public record Row(CommitId id, List<Integer> parents, List<Person> people, List<Authored> authored) {}

    /// Lines that are new in a file.
    public record Authored(RepoPath file, int lines) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<CommitId, Integer> numbers = new HashMap<>();

    public int size() {
        return rows.size();
    }

    public Row row(int number) {
        return rows.get(number);
    }

    /// The commit's number; −1 when the pass has not met it.
    int number(CommitId id) {
        return numbers.getOrDefault(id, -1);
    }

    int add(Row row) {
        numbers.put(row.id, rows.size());
        rows.add(row);
        return rows.size() - 1;
    }

    void replace(int number, Row row) {
        rows.set(number, row);
    }

    /// The numbers of a commit and of all that it descends from.
    List<Integer> reached(CommitId tip) {
        var seen = new BitSet(rows.size());
        Deque<Integer> todo = new ArrayDeque<>(List.of(numbers.get(tip)));
        while (!todo.isEmpty()) {
            int number = todo.pop();
            if (!seen.get(number)) {
                seen.set(number);
                rows.get(number).parents.forEach(todo::push);
            }
        }
        return seen.stream().boxed().toList();
    }

    static List<Person> people(CommitInfo info) {
        List<Person> people = new ArrayList<>(List.of(info.author()));
        people.addAll(info.coAuthors());
        return List.copyOf(people);
    }
}
