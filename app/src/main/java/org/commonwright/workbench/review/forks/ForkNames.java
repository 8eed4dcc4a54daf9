package org.commonwright.workbench.review.forks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.review.fork.ForkScan;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// The names of all forks and their last commits, read once for every page that is filled from the same state of the repository:
/// whoever asks first reads, who asks meanwhile waits for that.
public final class ForkNames {
    private @Nullable Read read;

    /// @param refs every ref by its full name
    /// @param tips every fork, the latest first
    /// @param merged the last commits of those that the branch has
    public record Read(Map<String, CommitId> refs, List<ForkTip> tips, Set<CommitId> merged) {
        public Read {
            refs = Map.copyOf(refs);
            tips = List.copyOf(tips);
            merged = Set.copyOf(merged);
        }
    }

    /// What was read already.
    public synchronized Optional<Read> known() {
        return Optional.ofNullable(read);
    }

    /// @param scan of the repository and its current branch
    public synchronized Read of(GitRepository repository, ForkScan scan, Progress progress) {
        Read known = read;
        if (known == null) {
            Map<String, CommitId> refs = repository.refs().list("refs/");
            List<ForkTip> tips = scan.tips(refs, progress);
            known = new Read(refs, tips,
                    tips.stream().filter(scan::isMerged).map(ForkTip::head).collect(Collectors.toSet()));
            read = known;
        }
        return known;
    }
}
