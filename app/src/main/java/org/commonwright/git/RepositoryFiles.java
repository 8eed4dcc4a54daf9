package org.commonwright.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.eclipse.jgit.api.errors.InvalidRefNameException;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/// Finds, opens and makes repositories on disk.
final class RepositoryFiles {
    private static final String FIRST_BRANCH = "main";

    private RepositoryFiles() {}

    static GuardedRepository open(Path start) {
        QuietSystemReader.install();
        FS fs = GuardedPosix.ofThisMachine();
        Path folder = start.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(folder)) {
                throw new Fault("git.not-a-repository", start);
            }
            var builder = new FileRepositoryBuilder().setFS(fs).setMustExist(true);
            PipeGuard.checkNamed(folder.toFile());
            if (RepositoryCache.FileKey.isGitRepository(folder.toFile(), fs)) {
                builder.setGitDir(folder.toFile());
                if (!folder.endsWith(".git")) {
                    builder.setBare();
                }
            } else {
                Path root = rootAbove(folder, fs);
                if (root == null) {
                    throw new Fault("git.not-a-repository", start);
                }
                builder.findGitDir(root.toFile());
                // Said here, so that a foreign core.worktree cannot point at somebody's home.
                builder.setWorkTree(root.toFile());
            }
            File gitFolder = builder.getGitDir();
            if (gitFolder != null) {
                PipeGuard.check(gitFolder, fs);
            }
            if (gitFolder == null || !RepositoryCache.FileKey.isGitRepository(gitFolder, fs)) {
                throw new Fault("git.not-a-repository", start);
            }
            ConfigGuard.check(gitFolder, fs);
            var repository = new GuardedRepository(builder.setup());
            String format = repository.getConfig().getString("extensions", null, "objectformat");
            if (format != null && !format.equalsIgnoreCase("sha1")) {
                repository.close();
                throw new Fault("git.sha256", start);
            }
            return repository;
        } catch (IOException e) {
            throw GitIo.fault(start, e);
        }
    }

    /// Changes the repository's configuration file. Not the guarded configuration: what that leaves out must stay in the file.
    static void configure(Repository repository, Consumer<Config> change) {
        GitIo.call(repository.getDirectory(), () -> {
            FileBasedConfig file = configOf(repository);
            change.accept(file);
            file.save();
            return null;
        });
    }

    /// The repository's configuration as it stands in its file, with what this program never heeds.
    static Config written(Repository repository) {
        return GitIo.call(repository.getDirectory(), () -> configOf(repository));
    }

    private static FileBasedConfig configOf(Repository repository) throws IOException {
        Path path = repository.getCommonDirectory().toPath().resolve("config");
        var file = new FileBasedConfig(path.toFile(), repository.getFS());
        try {
            file.load();
        } catch (ConfigInvalidException e) {
            throw new IOException(e.getMessage(), e);
        }
        return file;
    }

    static GuardedRepository create(Path folder, boolean bare) {
        QuietSystemReader.install();
        FS fs = GuardedPosix.ofThisMachine();
        try {
            Files.createDirectories(folder);
            File root = folder.toAbsolutePath().normalize().toFile();
            File gitFolder = bare ? root : new File(root, ".git");
            if (RepositoryCache.FileKey.isGitRepository(gitFolder, fs)) {
                throw new Fault("git.exists", folder);
            }
            var builder = named(new FileRepositoryBuilder().setFS(fs).setGitDir(gitFolder));
            if (bare) {
                builder.setBare();
            } else {
                builder.setWorkTree(root);
            }
            try (var plain = new FileRepository(builder.setup())) {
                plain.create(bare);
            }
            return open(folder);
        } catch (IOException e) {
            throw GitIo.fault(folder, e);
        }
    }

    private static FileRepositoryBuilder named(FileRepositoryBuilder builder) {
        try {
            return builder.setInitialBranch(FIRST_BRANCH);
        } catch (InvalidRefNameException e) {
            throw new IllegalStateException("the first branch has a valid name", e);
        }
    }

    private static @Nullable Path rootAbove(Path folder, FS fs) throws IOException {
        for (Path at = folder; at != null; at = at.getParent()) {
            File dotGit = at.resolve(".git").toFile();
            PipeGuard.checkNamed(dotGit);
            if (dotGit.isFile() || RepositoryCache.FileKey.isGitRepository(dotGit, fs)) {
                return at;
            }
        }
        return null;
    }
}
