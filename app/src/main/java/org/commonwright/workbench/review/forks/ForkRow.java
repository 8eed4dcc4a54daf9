package org.commonwright.workbench.review.forks;

import java.util.Map;
import org.commonwright.model.CommitId;
import org.commonwright.review.fork.Fork;
import org.commonwright.review.fork.ForkTable;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.review.fork.Pair;
import org.jspecify.annotations.Nullable;

/// A fork in the table; its figures come after its name.
///
/// @param fork null until it was looked at
/// @param overlapping with how many others it overlaps; null until all were looked at
/// @param conflicting with how many of these it conflicts; null until one of its pairs was merged in memory
/// @param looked how many of its pairs were merged in memory
/// @param withMain whether it conflicts with the branch itself; null until merging both was tried in memory
public record ForkRow(ForkTip tip, @Nullable Fork fork, @Nullable Integer overlapping, @Nullable Integer conflicting,
        int looked, @Nullable Boolean withMain) {
    static ForkRow of(ForkTip tip) {
        return new ForkRow(tip, null, null, null, 0, null);
    }

    static ForkRow of(Fork fork) {
        return new ForkRow(fork.tip(), fork, null, null, 0, null);
    }

    static ForkRow of(Fork fork, ForkTable table) {
        Map<CommitId, Pair> pairs = table.pairs().getOrDefault(fork.head(), Map.of());
        int conflicting = (int) pairs.values().stream().filter(Pair::conflicts).count();
        int overlapping = table.overlaps().count(fork);
        return new ForkRow(fork.tip(), fork, overlapping,
                pairs.isEmpty() && overlapping > 0 ? null : Integer.valueOf(conflicting), pairs.size(),
                fork.kind().isComparable() ? table.conflictsWithMain(fork).orElse(null) : Boolean.FALSE);
    }

    /// With how many it conflicts, the branch itself among them; null while nothing is known.
    @Nullable
    Integer conflicts() {
        boolean main = Boolean.TRUE.equals(withMain);
        return conflicting == null ? main ? 1 : null : Integer.valueOf(conflicting + (main ? 1 : 0));
    }

    /// Whether all that it could conflict with was merged in memory.
    boolean isWhole() {
        return overlapping != null && looked >= overlapping && withMain != null;
    }
}
