package org.commonwright.workbench.review;

import java.util.List;
import java.util.Optional;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.MergeWork;
import org.commonwright.review.ReviewReport;
import org.jspecify.annotations.Nullable;

/// What is shown of the chosen item.
///
/// @param conflicts what accepting it would ask; empty for a branch and for a decided proposal
/// @param merge how it would be merged; null for a branch and for a decided proposal
/// @param standpoint how it stands by the rules; empty for a branch and for a decided proposal
public record Shown(ReviewItem item, ReviewReport report, List<MergeConflict> conflicts,
        @Nullable MergeWork merge, Optional<Standpoint> standpoint) {
    public Shown {
        conflicts = List.copyOf(conflicts);
    }
}
