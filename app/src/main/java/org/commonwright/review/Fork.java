package org.commonwright.review;

import java.time.Instant;
import java.util.List;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;

/// A branch, ours or a remote's, that has something the main branch lacks.
///
/// @param ref its full name, such as `refs/remotes/lena/quieter-drive`
/// @param base where it left the main branch
/// @param ahead its commits that the main branch lacks
/// @param behind the main branch's commits that it lacks
/// @param author who wrote its last commit
/// @param last when that was
/// @param subject that commit's first line
/// @param files what it changes
public record Fork(String ref, CommitId head, CommitId base, int ahead, int behind, Person author, Instant last,
        String subject, List<RepoPath> files) {
    public Fork {
        files = List.copyOf(files);
    }

    /// The name for people: `lena/quieter-drive`.
    public String name() {
        return ref.replaceFirst("^refs/(heads|remotes)/", "");
    }
}
