package org.commonwright.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;

/// A review, and what merging it would ask.
///
/// @param report where it could not be merged at all, its last problem says why
/// @param merge empty when it cannot be merged, or is decided
public record Foreseen(ReviewReport report, Optional<MergeWork> merge) {
    static Foreseen without(ReviewReport report, Fault hindrance) {
        List<Problem> problems = new ArrayList<>(report.problems());
        problems.add(Problem.of(hindrance, null));
        return new Foreseen(new ReviewReport(report.base(), report.head(), report.quantity(), report.modules(),
                report.card(), problems), Optional.empty());
    }

    /// What a person would have to decide.
    public List<MergeConflict> conflicts() {
        return merge.map(MergeWork::conflicts).orElse(List.of());
    }
}
