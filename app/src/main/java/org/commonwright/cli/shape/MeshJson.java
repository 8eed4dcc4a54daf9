package org.commonwright.cli.shape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.commonwright.mesh.ChangedRegion;
import org.commonwright.mesh.MeshComparison;
import org.commonwright.mesh.MeshDefect;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.mesh.MirrorPlane;
import org.commonwright.mesh.Scaling;

/// What became of a mesh, as JSON: for `mesh diff` and for a mesh in a review.
public final class MeshJson {
    private MeshJson() {}

    public static void comparison(ObjectNode node, MeshComparison c) {
        node.put("verdict", c.verdict().id());
        node.put("deviation_mm", ShapeJson.round(c.deviation()));
        if (!c.movedBy().isEmpty()) {
            ArrayNode by = node.putArray("moved_by_mm");
            c.movedBy().forEach(mm -> by.add(ShapeJson.round(mm)));
            node.put("turned", c.turned());
            node.put("deviation_when_aligned_mm", ShapeJson.round(c.whenAligned()));
        }
        MirrorPlane plane = c.mirroredAt();
        if (plane != null) {
            ObjectNode at = node.putObject("mirrored_at");
            at.putArray("normal").add(ShapeJson.round(plane.x())).add(ShapeJson.round(plane.y()))
                    .add(ShapeJson.round(plane.z()));
            at.put("distance_mm", ShapeJson.round(plane.at()));
        }
        Scaling scaled = c.scaledBy();
        if (scaled != null) {
            node.putArray("scaled_by").add(ShapeJson.round(scaled.x())).add(ShapeJson.round(scaled.y()))
                    .add(ShapeJson.round(scaled.z()));
            node.put("unit_mistaken", scaled.inchesAsMm() || scaled.mmAsInches());
            node.put("deviation_when_aligned_mm", ShapeJson.round(c.whenAligned()));
        }
        ArrayNode regions = node.putArray("regions");
        c.regions().forEach(region -> regions.add(region(region)));
    }

    private static ObjectNode region(ChangedRegion region) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("kind", region.kind().id());
        node.set("bounds_mm", ShapeJson.bounds(region.box()));
        node.put("deviation_mm", ShapeJson.round(region.deviation()));
        node.putArray("at_mm").add(ShapeJson.round(region.x())).add(ShapeJson.round(region.y()))
                .add(ShapeJson.round(region.z()));
        node.put("area_mm2", ShapeJson.round(region.area()));
        return node;
    }

    /// What is broken, and whether the volume can be relied on.
    public static void health(ObjectNode node, MeshMeasures measures) {
        node.put("volume_reliable", measures.reliable());
        ArrayNode defects = node.putArray("defects");
        for (MeshDefect defect : measures.defects()) {
            ObjectNode one = defects.addObject().put("kind", defect.kind().id()).put("count", defect.count());
            one.putArray("at_mm").add(ShapeJson.round(defect.x())).add(ShapeJson.round(defect.y()))
                    .add(ShapeJson.round(defect.z()));
        }
    }
}
