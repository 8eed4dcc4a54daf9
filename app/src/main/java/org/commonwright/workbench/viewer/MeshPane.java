package org.commonwright.workbench.viewer;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.commonwright.i18n.Formats;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.model.Bounds;
import org.commonwright.raster.MeshModel;
import org.commonwright.raster.Scene;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.text.Controls;

/// A mesh in 3D, with its measures below.
public final class MeshPane {
    private static final double CM3 = 1_000;

    private MeshPane() {}

    /// @param name what a screen reader says
    /// @param tasks quiet ones
    public static Node of(MeshModel model, MeshMeasures measures, String name, Controls controls, Tasks tasks) {
        var viewer = new Viewer3D(controls, controls.texts().of("workbench.viewer-of", name), tasks);
        return of(viewer, model, measures, controls, Pins.NONE);
    }

    /// The same with marks on it.
    ///
    /// @param mesh what the model was made of
    public static Node of(MeshModel model, MeshMeasures measures, String name, Controls controls, Tasks tasks,
            Mesh mesh, Pins pins) {
        var viewer = new Viewer3D(controls, controls.texts().of("workbench.viewer-of", name), tasks);
        Node pane = of(viewer, model, measures, controls, pins);
        pins.join(viewer, mesh, () -> viewer.update(colours -> scene(model, colours, pins)));
        return pane;
    }

    private static Node of(Viewer3D viewer, MeshModel model, MeshMeasures measures, Controls controls, Pins pins) {
        var texts = controls.texts();
        viewer.show(model.bounds(), colours -> scene(model, colours, pins));
        Bounds box = model.bounds();
        var size = controls.label(texts.messages().flatMap(m -> texts.formats().map(f -> m.get("workbench.mesh-size",
                mm(f, box.sizeX()), mm(f, box.sizeY()), mm(f, box.sizeZ()),
                measures.closed() ? f.number(measures.volume() / CM3, 1) : "–", measures.triangles()))), "hint");
        var foot = new HBox(16, size);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("viewer-foot");
        if (!measures.closed()) {
            foot.getChildren().add(controls.label(texts.of("workbench.mesh-open", measures.openEdges()), "warning"));
        }
        var pane = new BorderPane(viewer.node());
        pane.setBottom(foot);
        return pane;
    }

    private static Scene scene(MeshModel model, ViewerColours c, Pins pins) {
        Bounds box = model.bounds();
        List<Scene.Item> items = new ArrayList<>(pins.items(box, c.mark()));
        items.add(new Scene.Solid(model, c.solid(), c.edge()));
        items.add(new Scene.Grid(box, box.isEmpty() ? 0 : box.minZ(), Scene.Grid.stepFor(box), c.grid(), c.xAxis(),
                c.yAxis(), c.zAxis()));
        return new Scene(c.top(), c.bottom(), items);
    }

    private static String mm(Formats formats, double length) {
        return formats.number(length, 1);
    }
}
