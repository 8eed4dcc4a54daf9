package org.commonwright.contribution.insight;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.contribution.pass.CommitTable.Change;
import org.commonwright.contribution.pass.CommitTable.Row;
import org.commonwright.contribution.pass.LineHistory;
import org.commonwright.contribution.people.People;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;

/// Shares month by month. The first parents of a commit are the states that the design itself was in; what each changes against
/// the one before adds up to whose lines were there, merges included.
final class Months {
    private final LineHistory history;
    private final People people;
    private final Scope scope;
    private final long now;
    /// Commits of the same people are added up together.
    private final Map<List<Person>, Integer> groups = new LinkedHashMap<>();
    private final Map<Integer, Integer> groupOf = new HashMap<>();
    private long[] lines = new long[16];

    /// @param now when it is; a clock that went ahead of it counts for nothing
    Months(LineHistory history, People people, Scope scope, Instant now) {
        this.history = history;
        this.people = people;
        this.scope = scope;
        this.now = now.getEpochSecond();
    }

    List<MonthShares> read() {
        List<Integer> line = history.line();
        long[] when = Clocks.inOrder(line.stream().mapToLong(c -> history.commits().row(c).when()).toArray(), now);
        List<MonthShares> months = new ArrayList<>();
        for (int i = 0; i < when.length; i++) {
            add(history.commits().row(line.get(i)));
            YearMonth month = month(when[i]);
            if (i + 1 == when.length || !month(when[i + 1]).equals(month)) {
                months.add(shares(month));
            }
        }
        return List.copyOf(months);
    }

    private static YearMonth month(long second) {
        return YearMonth.from(Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC));
    }

    private void add(Row row) {
        for (Change change : row.changes()) {
            if (scope.holds(change.file())) {
                change.lines().forEach((commit, n) -> count(group(commit), n));
            }
        }
    }

    /// Only once the group is known: making room for it replaces the array.
    private void count(int group, long n) {
        lines[group] += n;
    }

    private int group(int commit) {
        int group = groupOf.computeIfAbsent(commit,
                c -> groups.computeIfAbsent(people.of(c), _ -> groups.size()));
        if (group >= lines.length) {
            lines = Arrays.copyOf(lines, 2 * group);
        }
        return group;
    }

    private MonthShares shares(YearMonth month) {
        Map<Person, Rational> shares = new HashMap<>();
        long[] total = {0};
        groups.forEach((authors, group) -> {
            if (lines[group] != 0) {
                total[0] += lines[group];
                Rational each = Rational.of(lines[group], authors.size());
                authors.forEach(person -> shares.merge(person, each, Rational::plus));
            }
        });
        return new MonthShares(month, total[0], shares);
    }
}
