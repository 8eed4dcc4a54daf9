package org.commonwright.design.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A comparison that looks at one module after the other.
interface ModuleCheck extends DesignCheck {
    @Override
    default List<Found> check(CheckedDesign design) {
        List<Found> found = new ArrayList<>();
        design.modules().forEach(module -> check(design, module, found::add));
        return found;
    }

    void check(CheckedDesign design, CheckedModule module, Consumer<Found> found);
}
