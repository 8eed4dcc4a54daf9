package org.commonwright.contribution.cells;

import java.util.SequencedMap;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;

/// Whose the cells of one bill of materials are.
///
/// @param cells those of its lines that are not empty; headers, notes and sums are none
/// @param people whoever set them last, the one with the most first; the cells of a commit are split evenly among its authors
public record ListCells(RepoPath file, RepoPath module, long cells, SequencedMap<Person, Rational> people) {
    /// A person's cells; zero for somebody without any.
    public Rational of(Person person) {
        return people.getOrDefault(person, Rational.ZERO);
    }
}
