package org.commonwright.licence;

import java.util.List;
import java.util.stream.Stream;
import org.commonwright.error.Problem;

/// The answer for a whole module tree.
///
/// @param overall the strictest module's verdict, or no when modules conflict
/// @param modules each module's own verdict, root first
/// @param bought verdicts of parts that are bought, and of what is in them; they do not count for `overall`
/// @param problems conflicts (errors), what to watch (warnings), licences that are missing or unknown (errors)
public record TreeVerdict(Verdict overall, List<ModuleVerdict> modules, List<ModuleVerdict> bought,
        List<Problem> problems) {
    public TreeVerdict {
        modules = List.copyOf(modules);
        bought = List.copyOf(bought);
        problems = List.copyOf(problems);
    }

    /// The verdict on the module of that path, the overall one when there is none.
    public Verdict of(String path) {
        return Stream.concat(modules.stream(), bought.stream()).filter(m -> m.module().path().equals(path)).findFirst()
                .map(ModuleVerdict::verdict).orElse(overall);
    }

    /// One module and what its own licence answers.
    public record ModuleVerdict(ModuleLicence module, Verdict verdict) {}
}
