package org.commonwright.workbench.viewer;

import java.util.List;
import javafx.scene.Node;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.SurfacePoint;
import org.commonwright.model.Bounds;
import org.commonwright.raster.Scene;

/// Marks on the surface of a part, and pointing at it.
public interface Pins {
    /// A mark is a sixteenth of the part high.
    double NEAR = 24;

    /// No marks, and nobody asks what is pointed at.
    Pins NONE = new Pins() {
        @Override
        public List<SurfacePoint> shown() {
            return List.of();
        }

        @Override
        public void follow(Node view, Runnable changed) {}

        @Override
        public void point(SurfacePoint at, Node view, double screenX, double screenY) {}
    };

    /// Where marks stand.
    List<SurfacePoint> shown();

    /// Calls `changed` whenever they change, as long as the view is there.
    void follow(Node view, Runnable changed);

    /// Somebody points at the surface.
    ///
    /// @param screenX where a menu may open
    void point(SurfacePoint at, Node view, double screenX, double screenY);

    /// Somebody clicks; what is marked there is shown.
    ///
    /// @param from where the ray through the place begins: x, y, z, mm
    /// @param along its direction
    /// @param near how far from the ray a mark is still meant, mm
    default void click(double[] from, double[] along, double near) {}

    /// The marks as a scene has them: cones on their tips.
    ///
    /// @param box of the part
    default List<Scene.Tool> items(Bounds box, int colour) {
        double size = box.diagonal() / 16;
        return shown().stream().map(at -> new Scene.Tool(at.x(), at.y(), at.z(), size, colour)).toList();
    }

    /// Hears of what is pointed at in a viewer.
    ///
    /// @param mesh what is shown there
    /// @param redraw shows the marks anew
    default void join(Viewer3D viewer, Mesh mesh, Runnable redraw) {
        viewer.onPoint((from, along, x, y) -> SurfacePoint.hit(mesh, from, along)
                .ifPresent(at -> point(at, viewer.node(), x, y)));
        viewer.onClick((from, along, _, _) -> click(from, along, mesh.bounds().diagonal() / NEAR));
        follow(viewer.node(), redraw);
    }
}
