package org.commonwright.workbench.review;

import java.util.List;
import org.commonwright.error.Problem;

/// What there is to review.
///
/// @param setAside records about proposals that do not count, and why
public record ReviewList(List<ReviewItem> items, List<Problem> setAside) {
    public ReviewList {
        items = List.copyOf(items);
        setAside = List.copyOf(setAside);
    }
}
