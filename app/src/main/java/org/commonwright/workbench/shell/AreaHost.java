package org.commonwright.workbench.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.Inspector;
import org.commonwright.workbench.area.Navigator;
import org.commonwright.workbench.area.Selection;
import org.jspecify.annotations.Nullable;

/// The centre: one area in sight at a time, its view built when it is first shown and kept.
public final class AreaHost implements Navigator {
    private final Map<String, Area> areas = new LinkedHashMap<>();
    private final Map<String, Node> views = new LinkedHashMap<>();
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper("");
    private final StackPane pane = new StackPane();
    private final Inspector inspector;

    /// @param inspector emptied when another area comes into sight
    public AreaHost(Inspector inspector) {
        this.inspector = inspector;
        pane.setMinSize(0, 0);
    }

    public void add(Area area) {
        areas.put(area.id(), area);
    }

    public List<Area> areas() {
        return List.copyOf(areas.values());
    }

    public Node node() {
        return pane;
    }

    @Override
    public ReadOnlyStringProperty current() {
        return current.getReadOnlyProperty();
    }

    @Override
    public void goTo(String id, @Nullable Selection selection) {
        Area next = areas.get(id);
        if (next == null) {
            throw new IllegalArgumentException("no area is called " + id);
        }
        if (!id.equals(current.get())) {
            leave();
            inspector.show(null);
            current.set(id);
            pane.getChildren().setAll(views.computeIfAbsent(id, _ -> next.view()));
            next.attach();
        }
        if (selection != null) {
            next.select(selection);
        }
    }

    /// Detaches what is in sight and closes every area, the last first.
    public void close() {
        leave();
        new ArrayList<>(areas.values()).reversed().forEach(Area::close);
    }

    private void leave() {
        Area before = areas.get(current.get());
        if (before != null) {
            before.detach();
        }
    }
}
