package org.commonwright.workbench.machines;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.toolpath.PathMemory;
import org.commonwright.workbench.toolpath.ToolpathView;
import org.jspecify.annotations.Nullable;

/// The toolpath of a machine's program: what is certainly done is bright, what comes is pale, and the tool is where the
/// machine says that it is.
final class LivePath {
    private final MachineViewModel model;
    private final Controls controls;
    private final Tasks quiet;
    private final PathMemory memory;
    private final BorderPane pane = new BorderPane();
    private @Nullable LoadedProgram loaded;
    private @Nullable ToolpathView view;

    LivePath(MachineViewModel model, Controls controls, Tasks quiet, PathMemory memory) {
        this.model = model;
        this.controls = controls;
        this.quiet = quiet;
        this.memory = memory;
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
        view = new ToolpathView(program.shown(), controls.texts().of("machines.path-of", program.program().name()),
                memory,
                controls, quiet);
        pane.setCenter(view.node());
        refresh();
    }

    /// Shows the path as far as a line of the program, and the line.
    void goToLine(int line) {
        if (view != null) {
            view.goToLine(line);
        }
    }

    /// The run went on, or the tool moved.
    void refresh() {
        if (view != null) {
            view.live(model.progress().get() == null ? -1 : model.doneMove() + 1, tool(model.status().get()));
        }
    }

    private static @Nullable Position tool(MachineStatus status) {
        return status.work() == null ? status.machine() : status.work();
    }
}
