package org.commonwright.workbench;

import java.util.List;
import java.util.function.Function;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.contributors.ContributorsArea;
import org.commonwright.workbench.design.DesignArea;
import org.commonwright.workbench.machines.MachinesArea;
import org.commonwright.workbench.orders.OrdersArea;
import org.commonwright.workbench.parts.PartsArea;
import org.commonwright.workbench.review.ReviewArea;

/// The areas on the rail, in its order. A new area is one line here.
final class Areas {
    private Areas() {}

    static List<Function<WorkbenchContext, Area>> all() {
        return List.of(DesignArea::new, PartsArea::new, ContributorsArea::new, ReviewArea::new, OrdersArea::new,
                MachinesArea::new);
    }
}
