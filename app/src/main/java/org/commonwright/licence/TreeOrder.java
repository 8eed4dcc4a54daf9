package org.commonwright.licence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// Modules in an order in which each comes after all that contain it. A module that is used many times comes once.
final class TreeOrder {
    private final Set<ModuleLicence> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<ModuleLicence> finished = new ArrayList<>();

    private final boolean bought;

    private TreeOrder(boolean bought) {
        this.bought = bought;
    }

    /// @param bought whether bought parts, and what is in them, come too; their source is not passed on with the design
    static List<ModuleLicence> of(ModuleLicence root, boolean bought) {
        var order = new TreeOrder(bought);
        order.walk(root);
        return order.finished.reversed();
    }

    /// Where the walk stands in one module: which of its modules come next.
    private record Step(ModuleLicence module, Iterator<ModuleLicence> next) {}

    /// Depth first with a stack of its own: trees may be deep.
    private void walk(ModuleLicence root) {
        Deque<Step> steps = new ArrayDeque<>();
        enter(root, steps);
        while (!steps.isEmpty()) {
            Step step = steps.element();
            if (step.next().hasNext()) {
                enter(step.next().next(), steps);
            } else {
                finished.add(step.module());
                steps.pop();
            }
        }
    }

    private void enter(ModuleLicence module, Deque<Step> steps) {
        if ((bought || module.inclusion() != Inclusion.BOUGHT) && seen.add(module)) {
            steps.push(new Step(module, module.modules().reversed().iterator()));
        }
    }
}
