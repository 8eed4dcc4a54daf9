package org.commonwright.design.check;

import java.util.List;
import org.commonwright.design.fix.Fix;
import org.commonwright.error.Problem;

/// What a check found.
///
/// @param fixes ways to put it right, the likeliest first; none where only a person can
record Found(Problem problem, List<Fix> fixes) {
    Found {
        fixes = List.copyOf(fixes);
    }

    static Found of(Problem problem) {
        return new Found(problem, List.of());
    }
}
