package org.commonwright.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.files.Folders;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/// Clones: fetch into a new repository, then our own safe checkout. What was begun is removed when it fails.
final class Cloning {
    private Cloning() {}

    static GitRepository run(String url, Path folder, Progress progress) {
        RemoteUrl.parse(url, Path.of("").toAbsolutePath());
        boolean existed = Files.exists(folder);
        if (existed && !isEmptyFolder(folder)) {
            throw new Fault("git.clone-target", folder);
        }
        GitRepository repository = null;
        try {
            repository = GitRepository.init(folder);
            fill(repository, url, progress);
            return repository;
        } catch (Fault fault) {
            if (repository != null) {
                repository.close();
            }
            remove(folder, existed, fault);
            throw fault;
        }
    }

    private static void fill(GitRepository repository, String url, Progress progress) {
        Remotes remotes = repository.remotes();
        remotes.add(Remotes.ORIGIN, absolute(url));
        Optional<String> head = remotes.headBranch(Remotes.ORIGIN);
        remotes.fetch(Remotes.ORIGIN, List.of("+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"),
                progress);
        Map<String, CommitId> fetched = repository.refs().list("refs/remotes/origin/");
        if (fetched.isEmpty()) {
            return;
        }
        String branch = head.map(Repository::shortenRefName)
                .filter(name -> fetched.containsKey("refs/remotes/origin/" + name))
                .orElseGet(() -> fetched.keySet().iterator().next().substring("refs/remotes/origin/".length()));
        CommitId tip = fetched.get("refs/remotes/origin/" + branch);
        repository.refs().update(Constants.R_HEADS + branch, Optional.empty(), tip);
        repository.lfs().fetchAlong(Remotes.ORIGIN, tip, _ -> true, progress);
        repository.workTree().checkOutFirst(branch, tip);
    }

    /// A relative folder is relative to where the program runs, not to the clone.
    private static String absolute(String url) {
        return RemoteUrl.parse(url, Path.of("").toAbsolutePath()).toString();
    }

    private static boolean isEmptyFolder(Path folder) {
        return GitIo.call(folder, () -> {
            if (!Files.isDirectory(folder)) {
                return false;
            }
            try (var inside = Files.list(folder)) {
                return inside.findAny().isEmpty();
            }
        });
    }

    private static void remove(Path folder, boolean keepFolder, Fault cause) {
        try {
            if (keepFolder) {
                Folders.empty(folder);
            } else {
                Folders.delete(folder);
            }
        } catch (Fault fault) {
            cause.addSuppressed(fault);
        }
    }
}
