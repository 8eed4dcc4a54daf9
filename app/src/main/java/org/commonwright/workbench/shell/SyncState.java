package org.commonwright.workbench.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.git.History;
import org.commonwright.git.Remotes;
import org.commonwright.git.WorkStatus;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;

/// Where the open design stands in Git.
///
/// @param branch empty when the head is detached
/// @param head what is checked out; empty before the first commit
/// @param shared how far the branch is from the one it came from, as it was last fetched; empty when that has no such branch
/// @param changes files that differ from the last commit
/// @param stamp changes when one of those files is written again
/// @param me who Git's configuration says works here: what is said and signed goes by that name
record SyncState(Optional<String> branch, Optional<CommitId> head, Optional<History.AheadBehind> shared, int changes,
        long stamp, Optional<Person> me) {

    /// Empty when the folder is in no repository.
    static Optional<SyncState> of(Path folder) {
        try (GitRepository repository = GitRepository.open(folder)) {
            Optional<String> branch = repository.currentBranch();
            Optional<CommitId> head = repository.head();
            Optional<CommitId> remote = branch
                    .flatMap(b -> repository.refs().get("refs/remotes/" + Remotes.ORIGIN + "/" + b));
            Optional<History.AheadBehind> shared = head
                    .flatMap(h -> remote.map(r -> repository.history().aheadBehind(h, r)));
            List<RepoPath> differ = repository.isBare() ? List.of() : differ(repository.workTree().status());
            return Optional
                    .of(new SyncState(branch, head, shared, differ.size(), stamp(repository.folder(), differ),
                            repository.configuredPerson()));
        } catch (Fault fault) {
            if (fault.code().equals("git.not-a-repository")) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    private static List<RepoPath> differ(WorkStatus status) {
        List<RepoPath> differ = new ArrayList<>(status.changed());
        differ.addAll(status.untracked());
        differ.addAll(status.conflicting());
        return differ;
    }

    private static long stamp(Path root, List<RepoPath> differ) {
        long stamp = 0;
        for (RepoPath path : differ) {
            stamp = 31 * stamp + path.hashCode() + root.resolve(path.text()).toFile().lastModified();
        }
        return stamp;
    }
}
