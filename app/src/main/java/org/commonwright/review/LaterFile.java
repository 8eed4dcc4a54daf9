package org.commonwright.review;

import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// A changed file that is looked at when somebody wants to see it.
///
/// @param bom whether it is a module's bill of materials in either commit
/// @param mass of a mesh whose material is known; else null
public record LaterFile(FileChange change, CommitId base, CommitId head, boolean bom, @Nullable MeshMass mass) {
    public RepoPath path() {
        return change.path();
    }

    /// What the change does to it.
    ///
    /// @param repository the one that has both commits
    public FileReview review(GitRepository repository, Progress progress) {
        return new FileReviewer(repository, base, head, _ -> bom, mass).review(change, progress);
    }
}
