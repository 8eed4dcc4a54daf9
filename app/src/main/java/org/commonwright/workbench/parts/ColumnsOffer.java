package org.commonwright.workbench.parts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.workbench.WorkbenchContext;
import org.commonwright.workbench.parts.ShownModule.Bill;
import org.commonwright.workbench.tasks.Loaded;

/// Where a list cannot be read, or only by halves, because nobody knows what its columns mean, says so with the way out.
final class ColumnsOffer {
    private static final Set<String> FAULTS = Set.of("bom.no-header", "bom.mapping-header-row", "bom.mapping-broken",
            "bom.mapping-version", "bom.mapping-field");
    private static final Set<String> PROBLEMS = Set.of("bom.no-quantity-column", "bom.mapping-no-column");

    private final WorkbenchContext context;
    private final Set<String> told = new HashSet<>();

    private ColumnsOffer(WorkbenchContext context) {
        this.context = context;
    }

    /// Follows what is shown from now on.
    static void follow(PartsViewModel model, WorkbenchContext context) {
        var offer = new ColumnsOffer(context);
        model.shown().bill().state().subscribe(offer::read);
        model.editing().problems().subscribe(offer::found);
    }

    private void read(Loaded<Bill> state) {
        if (state instanceof Loaded.Failed<Bill>(Fault fault) && FAULTS.contains(fault.code())) {
            context.notices().warn(context.actions().get("list-columns"), fault.code(), fault.arguments().toArray());
        }
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
