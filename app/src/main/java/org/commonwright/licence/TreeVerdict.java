package org.commonwright.licence;

import java.util.List;
import org.commonwright.error.Problem;

/// The answer for a whole module tree.
///
/// @param overall the strictest module's verdict, or no when modules conflict
/// @param modules each module's own verdict, root first
/// @param problems conflicts (errors), what to watch (warnings), licences that are missing or unknown (errors)
public record TreeVerdict(Verdict overall, List<ModuleVerdict> modules, List<Problem> problems) {
    public TreeVerdict {
        modules = List.copyOf(modules);
        problems = List.copyOf(problems);
    }

    /// One module and what its own licence answers.
    public record ModuleVerdict(ModuleLicence module, Verdict verdict) {}
}
