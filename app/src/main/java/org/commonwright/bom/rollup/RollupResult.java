package org.commonwright.bom.rollup;

import java.util.List;
import org.commonwright.error.Problem;
import org.commonwright.model.Money;
import org.jspecify.annotations.Nullable;

/// What N pieces of a module need.
///
/// @param quantity N
/// @param lines every part once, users before what they use, in the order of their rows
/// @param modules every module once, the root first, users before what they use
/// @param cost the sum over the lines with a purchase; null when no currency is known because there is no offer at all
/// @param missing what the sum is without
public record RollupResult(long quantity, List<RollupLine> lines, List<ModuleUse> modules, @Nullable Money cost,
        List<Missing> missing, List<Problem> problems) {
    public RollupResult {
        lines = List.copyOf(lines);
        modules = List.copyOf(modules);
        missing = List.copyOf(missing);
        problems = List.copyOf(problems);
    }

    /// Whether the cost covers everything.
    public boolean isComplete() {
        return missing.isEmpty();
    }
}
