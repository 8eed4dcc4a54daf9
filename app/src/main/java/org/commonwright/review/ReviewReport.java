package org.commonwright.review;

import java.util.List;
import org.commonwright.error.Problem;
import org.commonwright.model.CommitId;

/// What a change means: its modules, its cost, and what could not be understood.
///
/// @param base where the change begins
/// @param head its last commit
/// @param quantity how many of the design the costs are for
/// @param modules those that it touches, by folder
/// @param costBefore for `quantity` designs; says what has no price
/// @param costAfter likewise
public record ReviewReport(CommitId base, CommitId head, long quantity, List<ModuleReview> modules, Cost costBefore,
        Cost costAfter, List<Problem> problems) {
    public ReviewReport {
        modules = List.copyOf(modules);
        problems = List.copyOf(problems);
    }

    public long files() {
        return modules.stream().mapToLong(module -> module.files().size()).sum();
    }
}
