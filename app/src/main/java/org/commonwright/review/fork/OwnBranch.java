package org.commonwright.review.fork;

import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;

/// The branch that is checked out, where it is one's work for another: what it has may be proposed without leaving it.
///
/// @param tip as it would stand among the forks of the other
/// @param into the short name of the branch that it would enter
public record OwnBranch(ForkTip tip, String into) {
    private static final List<String> MAIN = List.of("main", "master");
    private static final String HERE = "refs/heads/";

    /// Empty where the main branch is checked out, is not here or has no history in common, or has all of it already.
    public static Optional<OwnBranch> of(GitRepository repository) {
        Optional<String> branch = repository.currentBranch();
        Optional<CommitId> head = repository.head();
        if (branch.isEmpty() || head.isEmpty() || MAIN.contains(branch.get())) {
            return Optional.empty();
        }
        return MAIN.stream().filter(main -> repository.resolve(HERE + main).isPresent()).findFirst()
                .filter(main -> adds(repository, HERE + main, head.get()))
                .map(main -> new OwnBranch(tip(repository, branch.get(), head.get()), main));
    }

    private static boolean adds(GitRepository repository, String main, CommitId head) {
        try {
            Optional<CommitId> base = repository.history().mergeBase(repository.require(main), head);
            return base.isPresent() && !base.get().equals(head);
        } catch (Fault _) {
            // A history with holes, or a branch that is no commit, does not tell; its own row says why.
            return false;
        }
    }

    private static ForkTip tip(GitRepository repository, String branch, CommitId head) {
        CommitInfo last = repository.history().commit(head);
        return new ForkTip(List.of(HERE + branch), head, repository.history().mailmap(head).apply(last.author()),
                last.authored(), last.subject(), true);
    }
}
