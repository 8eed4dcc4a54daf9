package org.commonwright.workbench.machines;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.commonwright.model.Bounds;
import org.commonwright.raster.PathModel;
import org.commonwright.raster.Scene;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.viewer.Viewer3D;
import org.commonwright.workbench.viewer.ViewerColours;
import org.jspecify.annotations.Nullable;

/// The toolpath of a machine's program: what is certainly done is bright, what comes is pale, and the tool is where the
/// machine says that it is.
final class LivePath {
    private static final double TOOL_PART = 0.06;

    private final MachineViewModel model;
    private final Controls controls;
    private final Tasks quiet;
    private final BorderPane pane = new BorderPane();
    private @Nullable LoadedProgram loaded;
    private @Nullable Viewer3D viewer;

    LivePath(MachineViewModel model, Controls controls, Tasks quiet) {
        this.model = model;
        this.controls = controls;
        this.quiet = quiet;
        model.status().subscribe((_, _) -> refresh());
    }

    Node node() {
        return pane;
    }

    void show(LoadedProgram program) {
        if (program == loaded) {
            return;
        }
        loaded = program;
        viewer = new Viewer3D(controls, controls.texts().of("machines.path-of", program.program().name()), quiet);
        pane.setCenter(viewer.node());
        Bounds work = program.file().toolpath().workBounds();
        viewer.show(work.isEmpty() ? program.path().bounds() : work, this::scene);
    }

    /// The run went on, or the tool moved.
    void refresh() {
        if (viewer != null) {
            viewer.update(this::scene);
        }
    }

    private Scene scene(ViewerColours c) {
        List<Scene.Item> items = new ArrayList<>();
        LoadedProgram program = loaded;
        if (program != null) {
            PathModel path = program.path();
            boolean begun = model.progress().get() != null;
            int done = begun ? model.doneMove() + 1 : path.moves();
            items.add(new Scene.Route(path, c.path(), 0, path.moves(), done, 1));
            Bounds work = program.file().toolpath().workBounds();
            Bounds box = work.isEmpty() ? path.bounds() : work;
            if (!box.isEmpty()) {
                items.add(new Scene.Grid(box, Math.min(0, box.minZ()), Scene.Grid.stepFor(box), c.grid(), c.xAxis(),
                        c.yAxis(), c.zAxis()));
            }
            Position tool = tool(model.status().get());
            if (tool != null) {
                items.add(new Scene.Tool(tool.x(), tool.y(), tool.z(),
                        Math.max(2, box.isEmpty() ? 0 : box.diagonal() * TOOL_PART),
                        c.tool()));
            }
        }
        return new Scene(c.top(), c.bottom(), items);
    }

    private static @Nullable Position tool(MachineStatus status) {
        return status.work() == null ? status.machine() : status.work();
    }
}
