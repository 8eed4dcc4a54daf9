package org.commonwright.design;

import java.util.Optional;
import org.commonwright.files.FileTree;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// The repositories that are on this computer: nothing is fetched to read a design.
@FunctionalInterface
public interface RepositoryStore {
    /// A store without repositories.
    RepositoryStore NONE = _ -> Optional.empty();

    /// The local clone of a repository that a lock names.
    ///
    /// @param repository a URL, or the name of a design in the workspace
    Optional<StoredRepository> find(String repository);

    /// One local clone.
    interface StoredRepository {
        /// What people call it.
        String name();

        /// The same text for the same clone.
        String key();

        /// Its files in a commit; empty when that commit has not been fetched.
        Optional<FileTree> at(CommitId commit);

        /// The Git tree hash of a folder in a commit; empty when there is no such folder.
        Optional<String> treeHash(CommitId commit, RepoPath folder);
    }
}
