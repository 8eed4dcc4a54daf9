package org.commonwright.design;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.commonwright.error.Fault;
import org.commonwright.files.Reason;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Remote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The repositories in the person's workspace folder. A repository is found by its address (a clone that has it as a remote),
/// by its path, or by its name (the folder's); the tree hash of a pin tells whether it is the right one.
///
/// Keeps what it opened; close it.
public final class Workspace implements RepositoryStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
    private static final int DEPTH = 2;

    private final Path folder;
    private final Map<Path, GitRepository> open = new HashMap<>();
    private final Map<Path, GitStored> stored = new HashMap<>();

    public Workspace(Path folder) {
        this.folder = folder;
    }

    /// The repositories in the workspace, at most two folders deep, sorted by path. Without the folder there are none.
    public List<Path> designs() {
        List<Path> found = new ArrayList<>();
        collect(folder, DEPTH, found);
        return found;
    }

    @Override
    public synchronized Optional<StoredRepository> find(String repository) {
        List<Path> designs = designs();
        String wanted = RepositoryUrl.normal(repository);
        return first(designs, path -> hasRemote(path, wanted))
                .or(() -> asPath(repository))
                .or(() -> first(designs, path -> RepositoryUrl.name(path.toString()).equals(wanted)))
                .or(() -> first(designs, path -> RepositoryUrl.name(path.toString())
                        .equals(RepositoryUrl.name(repository))))
                .map(this::store);
    }

    /// This workspace and, for what it does not have, the folders beside a design: a design that was laid out somewhere else
    /// comes with its neighbours. Those are found by their names only.
    public RepositoryStore near(Path design) {
        Path beside = design.toAbsolutePath().normalize().getParent();
        if (beside == null || !Files.isReadable(beside) || beside.equals(folder.toAbsolutePath().normalize())) {
            return this;
        }
        return repository -> find(repository).or(() -> neighbour(beside, RepositoryUrl.name(repository)));
    }

    private synchronized Optional<StoredRepository> neighbour(Path beside, String name) {
        List<Path> neighbours = new ArrayList<>();
        collect(beside, 1, neighbours);
        return first(neighbours, path -> RepositoryUrl.name(path.toString()).equals(name)).map(this::store);
    }

    /// Opens a repository and keeps it open until this is closed.
    ///
    /// @throws Fault what [GitRepository#open] throws
    public synchronized GitRepository open(Path path) {
        return open.computeIfAbsent(path.toAbsolutePath().normalize(), GitRepository::open);
    }

    private StoredRepository store(Path path) {
        return stored.computeIfAbsent(path.toAbsolutePath().normalize(), p -> new GitStored(open(p)));
    }

    /// A repository that cannot be opened is nobody's clone; it must not keep the others from being found.
    private boolean hasRemote(Path path, String wanted) {
        try {
            return open(path).remotes().list().stream().map(Remote::url).map(RepositoryUrl::normal)
                    .anyMatch(wanted::equals);
        } catch (Fault fault) {
            LOG.info("{} is left out of the workspace", path, fault);
            return false;
        }
    }

    private Optional<Path> asPath(String repository) {
        try {
            String plain = repository.startsWith("file://") ? repository.substring("file://".length()) : repository;
            return Optional.of(Path.of(plain)).filter(Path::isAbsolute).filter(Workspace::isRepository);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Optional<Path> first(List<Path> paths, Predicate<Path> fits) {
        return paths.stream().filter(fits).findFirst();
    }

    private static void collect(Path folder, int depth, List<Path> found) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            entries.forEach(children::add);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", folder, Reason.of(e));
        }
        children.sort(null);
        for (Path child : children) {
            if (isRepository(child)) {
                found.add(child);
            } else if (depth > 1 && !child.getFileName().toString().startsWith(".")) {
                collect(child, depth - 1, found);
            }
        }
    }

    private static boolean isRepository(Path folder) {
        return Files.exists(folder.resolve(".git"))
                || Files.isRegularFile(folder.resolve("HEAD")) && Files.isDirectory(folder.resolve("objects"));
    }

    @Override
    public synchronized void close() {
        open.values().forEach(GitRepository::close);
        open.clear();
        stored.clear();
    }
}
