package org.commonwright.review.fork;

import java.util.List;
import java.util.Optional;
import org.commonwright.error.Problem;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;

/// A branch, ours or a remote's, or a proposal's commits, and what it is to the branch that it is compared with.
///
/// @param base where it left that branch; of one that was written anew the branch's version of its last common commit; empty
///        when nobody can tell
/// @param ahead its commits that the branch lacks
/// @param behind the branch's commits that it lacks
/// @param twins how many of its own commits the branch has under other names
/// @param people who wrote its own commits, those who wrote most first
/// @param modules folders of the modules that it touches
/// @param files what it changes, sorted
/// @param problems what should be known before it is merged
public record Fork(ForkTip tip, ForkKind kind, Optional<CommitId> base, int ahead, int behind, int twins,
        List<Person> people, ForkSize size, List<RepoPath> modules, List<RepoPath> files, List<Problem> problems) {
    public Fork {
        people = List.copyOf(people);
        modules = List.copyOf(modules);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    public String name() {
        return tip.name();
    }

    /// What people call it; see [ForkTip#title].
    public String title() {
        return tip.title();
    }

    public CommitId head() {
        return tip.head();
    }
}
