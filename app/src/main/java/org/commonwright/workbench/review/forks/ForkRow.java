package org.commonwright.workbench.review.forks;

import org.commonwright.review.fork.Fork;
import org.commonwright.review.fork.ForkTip;
import org.jspecify.annotations.Nullable;

/// A fork in the table; its figures come after its name.
///
/// @param fork null until it was looked at
/// @param overlapping with how many others it overlaps; null until all were looked at
/// @param conflicting with how many of these it conflicts; null until one of its pairs was merged in memory
/// @param looked how many of its pairs were merged in memory
public record ForkRow(ForkTip tip, @Nullable Fork fork, @Nullable Integer overlapping, @Nullable Integer conflicting,
        int looked) {
    static ForkRow of(ForkTip tip) {
        return new ForkRow(tip, null, null, null, 0);
    }

    static ForkRow of(Fork fork) {
        return new ForkRow(fork.tip(), fork, null, null, 0);
    }
}
