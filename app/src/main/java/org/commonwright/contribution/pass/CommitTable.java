package org.commonwright.contribution.pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// The commits that a pass has met, numbered in the order in which it met them.
public final class CommitTable {
    /// One commit: who wrote it and when, and what it changes against its first parent.
    ///
    /// @param parents their numbers
    /// @param people the author and the co-authors, as written
    /// @param when seconds since 1970, by the author's clock
    /// @param changes files in which whose lines there are changed; at a merge also what the other parents brought
    public record Row(CommitId id, List<Integer> parents, List<Person> people, long when, List<Change> changes) {}

    /// Whose lines came into a file, and whose went.
    ///
    /// @param from where the file was before, when it moved here
    public record Change(RepoPath file, @Nullable RepoPath from, LineDelta lines) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<CommitId, Integer> numbers = new HashMap<>();

    public int size() {
        return rows.size();
    }

    public Row row(int number) {
        return rows.get(number);
    }

    /// The commit's number; −1 when the pass has not met it.
    public int number(CommitId id) {
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

    /// The first parents from the beginning to a commit, that commit last.
    List<Integer> line(CommitId tip) {
        List<Integer> line = new ArrayList<>();
        for (int at = numbers.get(tip); at >= 0; at = rows.get(at).parents.isEmpty()
                ? -1
                : rows.get(at).parents.getFirst()) {
            line.add(at);
        }
        return line.reversed();
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
}
