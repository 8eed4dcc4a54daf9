package org.commonwright.workbench.machines.heightmap;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.commonwright.machine.Session;
import org.commonwright.machine.heightmap.MapShelf;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.machines.bench.Bench;
import org.commonwright.workbench.machines.bench.MachinePage;
import org.commonwright.workbench.machines.bench.PageKind;
import org.commonwright.workbench.text.Controls;

/// The page with the height map, for mills.
public record HeightMapPages(WorkbenchContext context, Controls controls) implements PageKind {
    public static final String ID = "heightmap";

    @Override
    public Optional<MachinePage> page(Session session, Bench bench, ObservableValue<Boolean> off) {
        if (!session.info().dialect().equals("grbl")) {
            return Optional.empty();
        }
        var map = new HeightMapPane(new HeightMapViewModel(session, bench, new MapShelf(context.folders()),
                context.tasks(), context.window(), context.notices()), controls, context.dialogs(), context.settings(),
                context.notices(), off);
        return Optional.of(new MachinePage(ID, "heightmap.title", map.node()).opening(map::open));
    }
}
