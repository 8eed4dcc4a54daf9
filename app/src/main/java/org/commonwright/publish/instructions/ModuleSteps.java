package org.commonwright.publish.instructions;

import java.math.BigDecimal;
import java.util.List;
import org.commonwright.bom.BomLine;
import org.commonwright.design.DesignModule;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// How one module is put together.
///
/// @param times how many of it the whole needs; null when that is not known
/// @param lines its bill of materials
/// @param text the file with its instructions; null when it has none
/// @param steps in order
public record ModuleSteps(DesignModule module, @Nullable BigDecimal times, List<BomLine> lines, @Nullable RepoPath text,
        List<Step> steps) {
    public ModuleSteps {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
    }
}
