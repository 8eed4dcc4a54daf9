package org.commonwright.workbench.review.mesh;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.mesh.ChangedRegion;
import org.commonwright.model.Bounds;
import org.commonwright.raster.MeshModel;
import org.commonwright.raster.Scene;
import org.commonwright.workbench.viewer.Pins;
import org.commonwright.workbench.viewer.ViewerColours;

/// The pictures of each mode.
final class MeshScenes {
    private final MeshReviewModel model;
    private final Pins pins;

    MeshScenes(MeshReviewModel model, Pins pins) {
        this.model = model;
        this.pins = pins;
    }

    /// The picture on the left, below, or alone.
    Scene first(ViewerColours c) {
        MeshPair pair = model.pair();
        return switch (model.mode().get()) {
            case OVERLAY -> scene(c, new Scene.Solid(pair.added(), c.solid(), c.edge(), c.zAxis()),
                    new Scene.Solid(pair.gone(), c.solid(), c.edge(), c.tool()));
            case MAP -> scene(c, new Scene.Solid(pair.map(), c.solid(), c.edge(), c.mark()));
            case SWIPE, SIDE, ONION -> scene(c, new Scene.Solid(pair.before(), c.solid(), c.edge()));
        };
    }

    /// The picture on the right, or on top.
    Scene second(ViewerColours c) {
        return scene(c, new Scene.Solid(model.pair().after(), c.solid(), c.edge()));
    }

    private Scene scene(ViewerColours c, Scene.Solid... solids) {
        Bounds box = model.pair().box();
        List<Scene.Item> items = new ArrayList<>(pins.items(box, c.mark()));
        items.addAll(List.of(solids));
        ChangedRegion region = model.region().get();
        if (region != null) {
            items.add(new Scene.Solid(MeshModel.frame(around(region.box(), box.diagonal() / 100)), c.mark(), c.mark()));
        }
        items.add(new Scene.Grid(box, box.minZ(), Scene.Grid.stepFor(box), c.grid(), c.xAxis(), c.yAxis(), c.zAxis()));
        return new Scene(c.top(), c.bottom(), items);
    }

    /// A little larger, so that its edges lie before the surface.
    private static Bounds around(Bounds b, double by) {
        return new Bounds(b.minX() - by, b.minY() - by, b.minZ() - by, b.maxX() + by, b.maxY() + by, b.maxZ() + by);
    }
}
