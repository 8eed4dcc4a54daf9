package org.commonwright.workbench.toolpath;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.machine.protocol.Position;
import org.commonwright.gcode.Toolpath;
import org.commonwright.model.Bounds;
import org.commonwright.raster.PathColours;
import org.commonwright.raster.Scene;
import org.commonwright.workbench.viewer.ViewerColours;
import org.jspecify.annotations.Nullable;

/// Puts a toolpath as it is to be shown into a picture.
final class PathScene {
    private static final double TOOL_PART = 0.06;
    private static final double SMALLEST_TOOL = 2;
    private static final int MARK_WIDE = 5;

    private PathScene() {}

    /// @param done moves that are done; what follows is pale
    /// @param tool where the tool is; null for nowhere
    static Scene of(PathViewModel model, int done, @Nullable Position tool, ViewerColours c) {
        PathProgram program = model.program();
        Bounds box = program.box();
        List<Scene.Item> items = new ArrayList<>();
        int selected = model.selected().get();
        if (selected >= model.firstMove() && selected < model.endMove()) {
            PathColours mark = PathColours.of(_ -> c.mark(), _ -> c.mark());
            items.add(new Scene.Route(program.model(), mark, selected, selected + 1, done, MARK_WIDE, model.section()));
        }
        items.add(new Scene.Route(program.model(),
                model.classes().get().colours(c.path(model.travel().get()), c.bottom()), model.firstMove(),
                model.endMove(), done, 1, model.section()));
        if (!box.isEmpty()) {
            items.add(new Scene.Grid(box, Math.min(0, box.minZ()), Scene.Grid.stepFor(box), c.grid(), c.xAxis(),
                    c.yAxis(), c.zAxis()));
        }
        if (tool != null) {
            items.add(new Scene.Tool(tool.x(), tool.y(), tool.z(),
                    Math.max(SMALLEST_TOOL, box.isEmpty() ? 0 : box.diagonal() * TOOL_PART), c.tool()));
        }
        return new Scene(c.top(), c.bottom(), items);
    }

    /// Where the shown part ends; null at the end of the program.
    static @Nullable Position end(PathViewModel model) {
        Toolpath path = model.program().file().toolpath();
        int move = model.move().get();
        return move < 0 || move >= path.size() - 1 ? null : new Position(path.x(move), path.y(move), path.z(move));
    }
}
