package org.commonwright.contribution.cells;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.error.Problem;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;

/// Whose the cells of a design's bills of materials are.
///
/// @param lists by their paths
/// @param problems lists that cannot be read
public record Cells(List<ListCells> lists, List<Problem> problems) {
    public Cells {
        lists = List.copyOf(lists);
        problems = List.copyOf(problems);
    }

    public long count() {
        return lists.stream().mapToLong(ListCells::cells).sum();
    }

    /// Everybody's cells in all lists, by name and address.
    public Map<Person, Rational> people() {
        Map<Person, Rational> sums = new TreeMap<>(Comparator.comparing(Person::toString));
        lists.forEach(list -> list.people().forEach((person, n) -> sums.merge(person, n, Rational::plus)));
        return sums;
    }
}
