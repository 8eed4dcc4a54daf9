package org.commonwright.workbench.review;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.Toolpath;
import org.commonwright.git.FileChange;
import org.commonwright.model.Bounds;
import org.commonwright.raster.PathColours;
import org.commonwright.raster.PathModel;
import org.commonwright.raster.Scene;
import org.commonwright.review.file.PathDifference;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.viewer.Viewer3D;
import org.commonwright.workbench.viewer.ViewerColours;
import org.jspecify.annotations.Nullable;

/// Two programs' ways laid over each other: what both have is pale, what only the one before has is red, what only the one
/// afterwards has is green. Each can be hidden.
final class ProgramOverlay {
    private static final long LARGEST = 256L << 20;
    private static final double HEIGHT = 360;
    /// Of what both have, 0xAARRGGBB: seen on light and on dark, and no signal.
    private static final int SHARED = 0xFF8C959F;
    private static final int SAME = 0;
    private static final int GONE = 1;
    private static final int COME = 2;

    private final Controls controls;
    private final BlobSides sides;

    ProgramOverlay(Controls controls, BlobSides sides) {
        this.controls = controls;
        this.sides = sides;
    }

    /// @param path made ready to be drawn
    /// @param classes which of its moves are shared
    private record Side(PathModel path, byte[] classes) {}

    private record Both(List<Side> sides, Bounds box) {}

    Node of(FileChange change) {
        return sides.place(change, LARGEST, HEIGHT, (before, after, watch) -> {
            String name = change.path().text();
            Toolpath old = before == null ? null : GcodeReader.read(before, name, watch).toolpath();
            Toolpath now = after == null ? null : GcodeReader.read(after, name, watch).toolpath();
            return both(old, now);
        }, both -> view(change, both));
    }

    private static Both both(@Nullable Toolpath old, @Nullable Toolpath now) {
        var all = new ArrayList<Side>();
        Bounds box = Bounds.EMPTY;
        PathDifference shared = old == null || now == null ? null : PathDifference.between(old, now);
        if (now != null) {
            byte[] classes = new byte[now.size()];
            for (int i = 0; i < classes.length; i++) {
                classes[i] = (byte) (shared != null && shared.wasThere(i) ? SAME : COME);
            }
            all.add(new Side(PathModel.of(now), classes));
            box = box.union(box(now));
        }
        if (old != null) {
            byte[] classes = new byte[old.size()];
            for (int i = 0; i < classes.length; i++) {
                classes[i] = (byte) (shared != null && shared.stays(i) ? SAME : GONE);
            }
            all.add(new Side(PathModel.of(old), classes));
            box = box.union(box(old));
        }
        return new Both(all, box);
    }

    /// Of what is shown: where the tool comes from and where it is parked is far away from the work.
    private static Bounds box(Toolpath path) {
        return path.workBounds().isEmpty() ? path.bounds() : path.workBounds();
    }

    private Node view(FileChange change, Both both) {
        var viewer = new Viewer3D(controls, controls.texts().of("filediff.overlay", change.path().fileName()),
                sides.quiet());
        CheckBox same = box("filediff.show-same", "hint");
        CheckBox gone = box("filediff.show-gone", "diff-removed");
        CheckBox come = box("filediff.show-come", "diff-added");
        Runnable draw = () -> viewer
                .update(c -> scene(both, c, same.isSelected(), gone.isSelected(), come.isSelected()));
        List.of(same, gone, come).forEach(b -> b.selectedProperty().subscribe((_, _) -> draw.run()));
        viewer.show(both.box(), c -> scene(both, c, true, true, true));
        var foot = new FlowPane(16, 4, come, gone, same);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("viewer-foot");
        var pane = new BorderPane(viewer.node());
        pane.setBottom(foot);
        return pane;
    }

    private CheckBox box(String key, String style) {
        var box = new CheckBox();
        box.textProperty().bind(controls.texts().of(key));
        box.setSelected(true);
        box.getStyleClass().add(style);
        return box;
    }

    private static Scene scene(Both both, ViewerColours c, boolean same, boolean gone, boolean come) {
        List<Scene.Item> items = new ArrayList<>();
        int[] colours = {same ? SHARED : 0, gone ? c.xAxis() : 0, come ? c.yAxis() : 0};
        PathColours work = PathColours.of(kind -> kind.works() ? SHARED : 0, kind -> kind.works() ? SHARED : 0);
        for (Side side : both.sides()) {
            items.add(new Scene.Route(side.path(), work.by(side.classes(), colours, colours), 0, side.path().moves(),
                    0, 1));
        }
        Bounds box = both.box();
        if (!box.isEmpty()) {
            items.add(new Scene.Grid(box, Math.min(0, box.minZ()), Scene.Grid.stepFor(box), c.grid(), c.xAxis(),
                    c.yAxis(), c.zAxis()));
        }
        return new Scene(c.top(), c.bottom(), items);
    }
}
