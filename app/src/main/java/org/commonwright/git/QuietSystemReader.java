package org.commonwright.git;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// The machine as JGit sees it, but without JGit's habit of starting the `git` program to ask where the system's
/// configuration is (we read `/etc/gitconfig` where there is one), and without its measurements of the disk.
final class QuietSystemReader extends SystemReader {
    private static final File SYSTEM_CONFIG = new File("/etc/gitconfig");

    private static final int WINDOW = 64 << 10;
    private static final long WINDOWS = 96L << 20;
    private static final int DELTA_BASES = 32 << 20;

    private final SystemReader machine;

    private QuietSystemReader(SystemReader machine) {
        this.machine = machine;
    }

    /// Puts this reader before JGit's own; once for the process, before the first repository is opened.
    static void install() {
        // Its class and those derived from it wait for each other for ever when two threads meet them first at the same moment, in
        // different order. So everybody meets this one first.
        Objects.requireNonNull(FS.DETECTED);
        SystemReader present = SystemReader.getInstance();
        if (!(present instanceof QuietSystemReader)) {
            var quiet = new QuietSystemReader(present);
            quiet.setPlatformChecker();
            SystemReader.setInstance(quiet);
            keepMore();
        }
    }

    /// Walks over a whole history ask for the same places of a pack again and again, as its trees lie far from its files. What is
    /// kept is given back when memory runs short.
    private static void keepMore() {
        var caches = new WindowCacheConfig();
        caches.setPackedGitWindowSize(WINDOW);
        caches.setPackedGitLimit(WINDOWS);
        caches.setDeltaBaseCacheLimit(DELTA_BASES);
        caches.install();
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new FileBasedConfig(parent, SYSTEM_CONFIG, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        Path shared = getXdgConfigDirectory(fs);
        Config below = shared == null
                ? parent
                : new FileBasedConfig(parent, shared.resolve("git/config").toFile(), fs);
        return new PersonsConfig(below, new File(fs.userHome(), ".gitconfig"), fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return machine.openJGitConfig(parent, fs);
    }

    @Override
    public @Nullable Path getXdgConfigDirectory(FS fs) {
        return machine.getXdgConfigDirectory(fs);
    }

    @Override
    public Path getXdgCacheDirectory(FS fs) {
        return machine.getXdgCacheDirectory(fs);
    }

    /// Not looked up: without a network that can take seconds, and it is only ever a part of a made-up address.
    @Override
    public String getHostname() {
        return "localhost";
    }

    @Override
    public String getenv(String variable) {
        return machine.getenv(variable);
    }

    @Override
    public String getProperty(String key) {
        return machine.getProperty(key);
    }

    @Override
    @SuppressWarnings("deprecation")
    public long getCurrentTime() {
        return now().toEpochMilli();
    }

    @Override
    public Instant now() {
        return machine.now();
    }

    @Override
    @SuppressWarnings("deprecation")
    public int getTimezone(long when) {
        return machine.getTimezone(when);
    }
}
