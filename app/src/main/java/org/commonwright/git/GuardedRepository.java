package org.commonwright.git;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.BaseRepositoryBuilder;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.jspecify.annotations.Nullable;

/// A repository whose own configuration may say only what is harmless. A configuration that came with a foreign folder
/// could otherwise name programs (filters, hooks, transports) or files to write (cookie jars). What the person's own
/// configuration says stays.
final class GuardedRepository extends FileRepository {
    /// Marks a configuration that is stripped already; a new one after each reload, and no file can guess it.
    private static final String MARK = UUID.randomUUID().toString();
    private static final String OURS = "commonwright";

    private static final Map<String, Set<String>> ALLOWED = Map.of("core",
            Set.of("repositoryformatversion", "bare", "filemode", "ignorecase", "symlinks", "autocrlf", "eol",
                    "logallrefupdates", "precomposeunicode", "trustfolderstat", "commitgraph", "multipackindex"),
            "extensions", Set.of("objectformat", "refstorage", "partialclone", "noop", "preciousobjects",
                    "worktreeconfig"),
            "remote", Set.of("url", "pushurl", "fetch"), "branch", Set.of("remote", "merge"), "user",
            Set.of("name", "email"));

    private volatile boolean relaxed;

    GuardedRepository(BaseRepositoryBuilder<?, ?> options) throws IOException {
        super(options);
    }

    @Override
    public FileBasedConfig getConfig() {
        FileBasedConfig config = super.getConfig();
        synchronized (MARK) {
            if (!MARK.equals(config.getString(OURS, null, "guard"))) {
                strip(config);
                // A power cut must not leave an empty object behind a ref.
                config.setBoolean("core", null, "fsyncObjectFiles", !relaxed);
                config.setBoolean("core", null, "fsyncRefFiles", !relaxed);
                config.setBoolean("core", null, "commitGraph", true);
                config.setBoolean("gc", null, "writeCommitGraph", true);
                config.setString(OURS, null, "guard", MARK);
            }
        }
        return config;
    }

    /// An index that, when it is written, does not look at files through the filters that the attributes name; [SettledIndex]
    /// looks instead.
    @Override
    public DirCache lockDirCache() throws IOException {
        return DirCache.lock(getIndexFile(), getFS());
    }

    /// Writes without forcing to disk from now on.
    void relax() {
        relaxed = true;
        FileBasedConfig config = getConfig();
        config.setBoolean("core", null, "fsyncObjectFiles", false);
        config.setBoolean("core", null, "fsyncRefFiles", false);
    }

    boolean isRelaxed() {
        return relaxed;
    }

    private static void strip(FileBasedConfig config) {
        for (String section : Set.copyOf(config.getSections())) {
            strip(config, section, null);
            for (String sub : Set.copyOf(config.getSubsections(section))) {
                strip(config, section, sub);
            }
        }
    }

    private static void strip(FileBasedConfig config, String section,
            @Nullable String subsection) {
        Set<String> allowed = ALLOWED.getOrDefault(section.toLowerCase(Locale.ROOT), Set.of());
        Set<String> names = subsection == null
                ? Set.copyOf(config.getNames(section))
                : Set.copyOf(config.getNames(section, subsection));
        for (String name : names) {
            if (!allowed.contains(name.toLowerCase(Locale.ROOT))) {
                config.unset(section, subsection, name);
            }
        }
    }
}
