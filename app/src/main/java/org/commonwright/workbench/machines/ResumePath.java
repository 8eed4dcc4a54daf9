package org.commonwright.workbench.machines;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.commonwright.gcode.Toolpath;
import org.commonwright.model.Bounds;
import org.commonwright.raster.PathModel;
import org.commonwright.raster.Scene;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.viewer.Viewer3D;
import org.commonwright.workbench.viewer.ViewerColours;

/// Where a run was cut off: what is done before the chosen line is bright, what comes is pale, the tool stands between. A click on a
/// move chooses its line. After a trial it can show what a virtual machine did instead: what remains.
final class ResumePath {
    private static final double TOOL_PART = 0.06;

    private final ResumeViewModel model;
    private final Viewer3D viewer;
    private final ToggleButton whole = new ToggleButton();
    private final ToggleButton rest = new ToggleButton();
    private final BorderPane pane = new BorderPane();
    private final ResumeViewModel.Opened opened;

    /// @param quiet runs drawing
    ResumePath(ResumeViewModel model, ResumeViewModel.Opened opened, Controls controls, Tasks quiet) {
        this.model = model;
        this.opened = opened;
        viewer = new Viewer3D(controls, controls.texts().of("machines.path-of", opened.program().name()), quiet);
        whole.textProperty().bind(controls.texts().of("resume.whole"));
        rest.textProperty().bind(controls.texts().of("resume.remains"));
        var group = new ToggleGroup();
        group.getToggles().addAll(whole, rest);
        whole.setSelected(true);
        rest.disableProperty().bind(model.tried().map(_ -> false).orElse(true));
        group.selectedToggleProperty().subscribe((_, now) -> {
            if (now == null) {
                whole.setSelected(true);
            }
            show();
        });
        var foot = new HBox(8, whole, rest, Controls.spring(),
                controls.label(controls.texts().of("resume.click"), "hint"));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("viewer-foot");
        pane.setCenter(viewer.node());
        pane.setBottom(foot);
        model.choice().subscribe((_, _) -> viewer.update(this::scene));
        model.tried().subscribe((_, now) -> (now == null ? whole : rest).setSelected(true));
        viewer.picked().subscribe((_, move) -> {
            if (whole.isSelected()) {
                model.fromMove(move.intValue());
            }
        });
        show();
    }

    Node node() {
        return pane;
    }

    private void show() {
        Toolpath path = shown();
        Bounds work = path.workBounds();
        viewer.show(work.isEmpty() ? path.bounds() : work, this::scene);
    }

    private Toolpath shown() {
        ResumeViewModel.Tried tried = model.tried().get();
        return rest.isSelected() && tried != null ? tried.trial().file().toolpath() : opened.file().toolpath();
    }

    private Scene scene(ViewerColours c) {
        List<Scene.Item> items = new ArrayList<>();
        ResumeViewModel.Tried tried = model.tried().get();
        boolean trial = rest.isSelected() && tried != null;
        Toolpath path = shown();
        PathModel drawn = trial ? tried.path() : opened.path();
        ResumeViewModel.Choice choice = model.choice().get();
        int last = trial
                ? path.lastMoveAt(tried.trial().outcome().progress().executed())
                : choice == null ? -1 : path.lastMoveAt(choice.from() - 1);
        items.add(new Scene.Route(drawn, c.path(path.totalFilament() == 0), 0, drawn.moves(), last + 1, 1));
        Bounds work = path.workBounds();
        Bounds box = work.isEmpty() ? path.bounds() : work;
        if (!box.isEmpty()) {
            items.add(new Scene.Grid(box, Math.min(0, box.minZ()), Scene.Grid.stepFor(box), c.grid(), c.xAxis(),
                    c.yAxis(),
                    c.zAxis()));
            if (last >= 0) {
                items.add(new Scene.Tool(path.x(last), path.y(last), path.z(last),
                        Math.max(2, box.diagonal() * TOOL_PART),
                        c.tool()));
            }
        }
        return new Scene(c.top(), c.bottom(), items);
    }
}
