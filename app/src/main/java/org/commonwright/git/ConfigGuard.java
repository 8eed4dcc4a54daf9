package org.commonwright.git;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.commonwright.error.Fault;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/// Looks at a repository's configuration before JGit does. JGit reads every file that an `[include]` names, whole: a device,
/// somebody's secret, or ten files that include each other.
final class ConfigGuard {
    private static final long LIMIT = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private ConfigGuard() {}

    /// @throws Fault `git.config-includes` or `git.config-broken`
    static void check(File gitFolder, FS fs) throws IOException {
        check(gitFolder.toPath());
        @Nullable
        File common = fs.getCommonDir(gitFolder);
        if (common != null) {
            check(common.toPath());
        }
    }

    private static void check(Path folder) throws IOException {
        for (String name : List.of("config", "config.worktree")) {
            Path file = folder.resolve(name);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                checkFile(file);
            }
        }
    }

    private static void checkFile(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LIMIT) {
            throw new Fault("git.config-includes", file);
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        // A plain Config follows no includes.
        var config = new Config();
        try {
            config.fromText(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (ConfigInvalidException e) {
            throw new Fault(e, "git.config-broken", file, String.valueOf(e.getMessage()));
        }
        if (config.getSections().stream().anyMatch("include"::equalsIgnoreCase)) {
            throw new Fault("git.config-includes", file);
        }
    }
}
