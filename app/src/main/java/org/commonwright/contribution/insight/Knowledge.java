package org.commonwright.contribution.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;

/// Who knows a module: whose lines are in it and who worked on it last.
///
/// @param lines of all of them
/// @param people the one with the most lines first; programs are left out
/// @param dependsOn the fewest people who together have more than half of the lines: with them gone, most of the module would
///        have nobody left who wrote it; 0 when nobody's lines are there
public record Knowledge(RepoPath module, long lines, List<Knower> people, int dependsOn) {
    public Knowledge {
        people = List.copyOf(people);
    }

    /// One of them.
    ///
    /// @param lines that are there now
    /// @param commits that changed the module
    /// @param last the last of these; empty for somebody whose lines came here by a move only
    public record Knower(Person person, Rational lines, int commits, Optional<Instant> last) {}
}
