package org.commonwright.review.card;

import java.util.Set;
import org.commonwright.model.RepoPath;

/// What a change touches, as other designs may use it.
///
/// @param repository the name of the design's repository: in another one with this name its modules are the same
/// @param modules the folders of the modules
public record Touched(String repository, Set<RepoPath> modules) {
    public Touched {
        modules = Set.copyOf(modules);
    }
}
