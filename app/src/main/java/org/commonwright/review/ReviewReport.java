package org.commonwright.review;

import java.util.List;
import org.commonwright.error.Problem;
import org.commonwright.model.CommitId;
import org.commonwright.review.card.Card;

/// What a change means: its modules, its consequences, and what could not be understood.
///
/// @param base where the change begins
/// @param head its last commit
/// @param quantity how many of the design the figures are for
/// @param modules those that it touches, by folder
/// @param card what it does to the design as a whole
public record ReviewReport(CommitId base, CommitId head, long quantity, List<ModuleReview> modules, Card card,
        List<Problem> problems) {
    public ReviewReport {
        modules = List.copyOf(modules);
        problems = List.copyOf(problems);
    }
}
