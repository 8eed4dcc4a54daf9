package org.commonwright.publish.instructions;

import java.util.List;
import org.commonwright.error.Problem;
import org.commonwright.publish.sheet.BomSheet;

/// How a design is put together: every module once, what is inside another before it, the whole last.
///
/// @param problems where texts and bills of materials do not agree
public record Instructions(BomSheet.About about, List<ModuleSteps> modules, List<Problem> problems) {
    public Instructions {
        modules = List.copyOf(modules);
        problems = List.copyOf(problems);
    }
}
