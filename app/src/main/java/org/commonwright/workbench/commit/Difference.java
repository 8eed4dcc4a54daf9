package org.commonwright.workbench.commit;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.commonwright.git.GitRepository;
import org.commonwright.git.WorkStatus;
import org.commonwright.model.RepoPath;

/// A file of the design that differs from the last commit.
///
/// @param path in the design
/// @param stored in its repository, whose root may lie above the design
/// @param ours whether it was written in this window, and is ticked from the beginning
record Difference(RepoPath path, RepoPath stored, Kind kind, boolean ours) {
    /// How it differs.
    enum Kind {
        NEW, CHANGED, REMOVED
    }

    /// Those of a design, the ones that were written here first. Reads the repository.
    ///
    /// @param ours paths in the design that were written in this window
    /// @throws org.commonwright.error.Fault `git.not-a-repository`, `git.no-work-tree`
    static List<Difference> of(Path design, Set<RepoPath> ours) {
        try (GitRepository repository = GitRepository.open(design)) {
            WorkStatus status = repository.workTree().status();
            RepoPath inside = repository.pathOf(design);
            List<Difference> found = new ArrayList<>();
            status.changed().forEach(file -> add(found, repository, inside, file, ours, Kind.CHANGED));
            status.untracked().forEach(file -> add(found, repository, inside, file, ours, Kind.NEW));
            found.sort(Comparator.comparing((Difference one) -> !one.ours()).thenComparing(Difference::path));
            return found;
        }
    }

    private static void add(List<Difference> found, GitRepository repository, RepoPath inside, RepoPath file,
            Set<RepoPath> ours, Kind kind) {
        if (file.isUnder(inside)) {
            var path = new RepoPath(inside.isRoot() ? file.text() : file.text().substring(inside.text().length() + 1));
            boolean gone = !Files.exists(repository.folder().resolve(file.text()), LinkOption.NOFOLLOW_LINKS);
            found.add(new Difference(path, file, gone ? Kind.REMOVED : kind, ours.contains(path)));
        }
    }
}
