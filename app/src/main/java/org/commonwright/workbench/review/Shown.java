package org.commonwright.workbench.review;

import java.util.List;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.ReviewReport;

/// What is shown of the chosen item.
///
/// @param conflicts what accepting it would ask; empty for a branch and for a decided proposal
public record Shown(ReviewItem item, ReviewReport report, List<MergeConflict> conflicts) {
    public Shown {
        conflicts = List.copyOf(conflicts);
    }
}
