package org.commonwright.contribution.insight;

import java.time.Instant;
import org.commonwright.model.RepoPath;

/// How often a file was worked on.
///
/// @param lines that it has now
/// @param commits that changed it; a merge only where it changed lines itself
/// @param brought lines that came into it in all
/// @param people who changed it
/// @param last when it was changed last, by the author's clock
public record FileHeat(RepoPath file, RepoPath module, int lines, int commits, long brought, int people, Instant last) {
    /// Lines that came and are not there any more; 0 for a file that was moved here with more lines than were written since.
    public long gone() {
        return Math.max(0, brought - lines);
    }
}
