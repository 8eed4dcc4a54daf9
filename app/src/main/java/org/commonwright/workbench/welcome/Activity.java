package org.commonwright.workbench.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.GitRepository;
import org.jspecify.annotations.Nullable;

/// What happened last in a recent design.
///
/// @param at when; null when nothing is known
/// @param who its author; empty when nothing is known
/// @param what the commit's first line
/// @param fault why nothing is known: the folder has gone, the repository is damaged; null otherwise
public record Activity(@Nullable Instant at, String who, String what, @Nullable Fault fault) {

    /// Reads the last commit of the design in `folder`.
    static Activity of(Path folder) {
        try (GitRepository repository = GitRepository.open(folder)) {
            Optional<CommitInfo> last = repository.head().map(head -> repository.history().commit(head));
            return last.map(c -> new Activity(c.authored(), c.author().name(), c.subject(), null))
                    .orElse(new Activity(null, "", "", null));
        } catch (Fault fault) {
            return fault.code().equals("git.not-a-repository") ? ofFolder(folder) : new Activity(null, "", "", fault);
        }
    }

    private static Activity ofFolder(Path folder) {
        try {
            return new Activity(Files.getLastModifiedTime(folder).toInstant(), "", "", null);
        } catch (IOException e) {
            return new Activity(null, "", "", new Fault(e, "workbench.no-folder", folder));
        }
    }
}
