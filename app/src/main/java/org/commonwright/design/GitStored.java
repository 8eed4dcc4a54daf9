package org.commonwright.design;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.commonwright.design.RepositoryStore.StoredRepository;
import org.commonwright.error.Fault;
import org.commonwright.files.FileTree;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// A clone as a source of pinned modules.
final class GitStored implements StoredRepository {
    private final GitRepository repository;
    private final Map<CommitId, Optional<FileTree>> trees = new HashMap<>();

    GitStored(GitRepository repository) {
        this.repository = repository;
    }

    @Override
    public String name() {
        return RepositoryUrl.name(repository.folder().toAbsolutePath().normalize().toString());
    }

    @Override
    public String key() {
        return repository.folder().toAbsolutePath().normalize().toString();
    }

    @Override
    public synchronized Optional<FileTree> at(CommitId commit) {
        return trees.computeIfAbsent(commit, c -> isHere(c) ? Optional.of(repository.tree(c)) : Optional.empty());
    }

    private boolean isHere(CommitId commit) {
        try {
            return repository.resolve(commit.hex()).isPresent();
        } catch (Fault fault) {
            if (fault.code().equals("git.missing-object")) {
                return false;
            }
            throw fault;
        }
    }

    @Override
    public Optional<String> treeHash(CommitId commit, RepoPath folder) {
        return repository.treeId(commit, folder);
    }
}
