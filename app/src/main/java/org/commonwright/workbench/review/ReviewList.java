package org.commonwright.workbench.review;

import java.util.List;
import java.util.Optional;
import org.commonwright.error.Problem;
import org.commonwright.model.CommitId;

/// What there is to review.
///
/// @param setAside records about proposals that do not count, and why
/// @param main the last commit of the branch that is checked out
public record ReviewList(List<ReviewItem> items, List<Problem> setAside, Optional<CommitId> main) {
    public ReviewList {
        items = List.copyOf(items);
        setAside = List.copyOf(setAside);
    }
}
