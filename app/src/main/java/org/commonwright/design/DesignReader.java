package org.commonwright.design;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.error.Quoted;
import org.commonwright.files.FileTree;
import org.commonwright.files.FolderTree;
import org.commonwright.files.LargeFiles;
import org.commonwright.git.CommitTree;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Opens a design: a folder as it is on disk, or one commit of its repository.
public final class DesignReader {
    private static final int NAMED_LINKS = 5;

    private final Workspace workspace;

    public DesignReader(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A design and where it was read.
    ///
    /// @param commit the commit it was read from, or that is checked out; null for a folder that is no repository, and
    ///        before the first commit
    public record Design(ModuleTree tree, @Nullable CommitId commit) {}

    /// The design in `folder`, as it is on disk; of a bare repository the commit that its head names.
    ///
    /// @throws Fault `files.not-read` when there is no such folder
    public Design read(Path folder) {
        Path at = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(at)) {
            throw new Fault("design.no-folder", folder);
        }
        Optional<GitRepository> repository = repository(at);
        CommitId head = repository.flatMap(GitRepository::head).orElse(null);
        if (repository.isPresent() && repository.get().isBare() && head != null) {
            return read(at, repository.get(), head);
        }
        var found = new ArrayList<Problem>();
        if (repository.isEmpty() && Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
            found.add(Problem.warning(null, "design.broken-repository", folder));
        }
        LargeFiles large = repository.map(r -> r.lfs().here()).orElse(LargeFiles.NONE);
        var files = new FolderTree(at, large);
        unnamed(files.unnamed()).ifPresent(found::add);
        return new Design(tree(at, null, files, found), head);
    }

    /// The design in the repository that holds `folder`, as it was in a commit.
    ///
    /// @param revision a branch, a tag, an id, `main~2`; null for the folder as it is on disk
    /// @throws Fault `git.no-revision`, `git.not-a-repository`
    public Design read(Path folder, @Nullable String revision) {
        if (revision == null) {
            return read(folder);
        }
        GitRepository repository = workspace.open(folder);
        return read(repository.folder(), repository, repository.require(revision));
    }

    private Design read(Path folder, GitRepository repository, CommitId commit) {
        CommitTree files = repository.tree(commit);
        return new Design(tree(folder, commit, files, files.problems()), commit);
    }

    private ModuleTree tree(Path folder, @Nullable CommitId commit, FileTree files, List<Problem> found) {
        String key = folder.toAbsolutePath().normalize().toString();
        var source = new DesignSource(RepositoryUrl.name(key), key, commit, files, true);
        ModuleTree tree = new ModuleTreeReader(new BomModuleLines(), workspace.near(folder)).read(source);
        List<Problem> problems = new ArrayList<>(tree.problems());
        problems.addAll(found);
        links(files.links()).ifPresent(problems::add);
        return new ModuleTree(tree.root(), problems);
    }

    /// One sentence about all links, with the first of them.
    private static Optional<Problem> links(List<RepoPath> links) {
        if (links.isEmpty()) {
            return Optional.empty();
        }
        String names = links.stream().limit(NAMED_LINKS).map(RepoPath::text).collect(Collectors.joining(", "));
        String more = links.size() > NAMED_LINKS ? ", …" : "";
        return Optional.of(Problem.warning(null, "design.links", links.size(), names + more));
    }

    private static Optional<Problem> unnamed(List<String> paths) {
        return paths.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.warning(null, "design.names-left-out", paths.size(),
                        paths.stream().limit(NAMED_LINKS).map(Quoted::of).collect(Collectors.joining(", "))));
    }

    private Optional<GitRepository> repository(Path folder) {
        try {
            return Optional.of(workspace.open(folder));
        } catch (Fault fault) {
            if (fault.code().equals("git.not-a-repository")) {
                return Optional.empty();
            }
            throw fault;
        }
    }
}
