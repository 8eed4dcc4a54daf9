package org.commonwright.workbench.parts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonwright.error.Problem;
import org.commonwright.workbench.area.WorkbenchContext;

/// Where a list is read only by halves, because nobody knows what its columns mean, says so with the way out. For one that
/// cannot be read at all, [NotEditedBar] does.
final class ColumnsOffer {
    private static final Set<String> PROBLEMS = Set.of("bom.no-quantity-column", "bom.mapping-no-column");

    private final WorkbenchContext context;
    private final Set<String> told = new HashSet<>();

    private ColumnsOffer(WorkbenchContext context) {
        this.context = context;
    }

    /// Follows what is shown from now on.
    static void follow(PartsViewModel model, WorkbenchContext context) {
        var offer = new ColumnsOffer(context);
        model.editing().problems().subscribe(offer::found);
    }

    /// Once for each file: a person may be content with what is read.
    private void found(List<Problem> problems) {
        Optional<Problem> one = problems.stream().filter(p -> PROBLEMS.contains(p.code()) && p.place() != null)
                .findFirst();
        if (one.isPresent() && !context.actions().get("list-columns").isBlocked()
                && told.add(one.get().place().file() + " " + one.get().code())) {
            context.notices().warn(context.actions().get("list-columns"), one.get().code(),
                    one.get().arguments().toArray());
        }
    }
}
