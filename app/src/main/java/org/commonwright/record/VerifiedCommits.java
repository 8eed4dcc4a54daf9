package org.commonwright.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.commonwright.model.AgentId;
import org.commonwright.model.CommitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits whose signatures were found good, so that they need not be checked again. The file may be deleted at any time.
/// It is the program's own, never a repository's: a repository could bring one that lies.
public final class VerifiedCommits {
    private static final Logger LOG = LoggerFactory.getLogger(VerifiedCommits.class);
    private static final String LINE = "[0-9a-f]{40} [0-9a-f]{64}";

    private final Optional<Path> file;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final List<String> fresh = new ArrayList<>();

    private VerifiedCommits(Optional<Path> file) {
        this.file = file;
    }

    /// Kept in memory only.
    public static VerifiedCommits inMemory() {
        return new VerifiedCommits(Optional.empty());
    }

    /// Kept in `file`, such as `verified-commits` in the program's cache folder.
    public static VerifiedCommits in(Path file) {
        var verified = new VerifiedCommits(Optional.of(file));
        if (Files.exists(file)) {
            try {
                // A line that a crash cut off does not match, and costs one more check.
                Files.readAllLines(file).stream().filter(line -> line.matches(LINE)).forEach(verified.known::add);
            } catch (IOException e) {
                LOG.warn("{} was not read; signatures are checked again", file, e);
            }
        }
        return verified;
    }

    boolean contains(CommitId commit, AgentId agent) {
        return known.contains(line(commit, agent));
    }

    synchronized void add(CommitId commit, AgentId agent) {
        String line = line(commit, agent);
        if (known.add(line)) {
            fresh.add(line);
        }
    }

    /// Writes what is new to the file.
    synchronized void save() {
        if (file.isEmpty() || fresh.isEmpty()) {
            fresh.clear();
            return;
        }
        try {
            Path parent = file.get().toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file.get(), "\n" + String.join("\n", fresh) + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            fresh.clear();
        } catch (IOException e) {
            LOG.warn("{} was not written; signatures will be checked again", file.get(), e);
        }
    }

    private static String line(CommitId commit, AgentId agent) {
        return commit.hex() + " " + LogName.of(agent);
    }
}
