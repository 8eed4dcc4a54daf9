package org.commonwright.cli.shape;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.model.Bounds;

/// Boxes and measures of shapes as JSON; lengths to a millionth of a millimetre.
public final class ShapeJson {
    private ShapeJson() {}

    public static double round(double value) {
        return Math.rint(value * 1e6) / 1e6 + 0.0;
    }

    static ObjectNode bounds(Bounds b) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("min").add(round(b.minX())).add(round(b.minY())).add(round(b.minZ()));
        node.putArray("max").add(round(b.maxX())).add(round(b.maxY())).add(round(b.maxZ()));
        return node;
    }

    static ObjectNode mesh(String format, Bounds bounds, MeshMeasures m) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", format);
        node.put("triangles", m.triangles());
        node.put("points", m.points());
        node.put("volume_mm3", round(m.volume()));
        node.put("area_mm2", round(m.area()));
        node.set("bounds_mm", bounds(bounds));
        node.put("closed", m.closed());
        node.put("open_edges", m.openEdges());
        MeshJson.health(node, m);
        return node;
    }
}
