package org.commonwright.review.fork;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.error.Problem;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// Two forks side by side, merged in memory.
///
/// @param a the one that would be merged first
/// @param b the other
/// @param relation how their histories stand to each other
/// @param shared what both change
/// @param clashes what somebody would have to decide who merges both; none when they go together
/// @param problem why that cannot be told; then there are no clashes
public record Pair(CommitId a, CommitId b, Relation relation, List<Shared> shared, List<Clash> clashes,
        Optional<Problem> problem) {
    public Pair {
        shared = List.copyOf(shared);
        clashes = List.copyOf(clashes);
    }

    /// How two histories stand to each other. [ForkCache] keeps their names.
    public enum Relation {
        /// Each has commits of its own.
        BESIDE,
        /// The first has all that the other has.
        HOLDS,
        /// The other has all that the first has.
        HELD
    }

    /// A file that both change.
    ///
    /// @param same whether both made the same of it
    /// @param parts of a bill of materials: the parts that both touch; none in other files
    public record Shared(RepoPath file, boolean same, List<String> parts) {
        public Shared {
            parts = List.copyOf(parts);
        }
    }

    public boolean conflicts() {
        return !clashes.isEmpty();
    }

    /// The files that somebody has to decide about.
    Set<RepoPath> files() {
        return clashes.stream().map(Clash::file).collect(Collectors.toSet());
    }

    /// The same without what is to be decided in some files.
    Pair without(Set<RepoPath> files) {
        return new Pair(a, b, relation, shared, clashes.stream().filter(clash -> !files.contains(clash.file())).toList(),
                problem);
    }
}
