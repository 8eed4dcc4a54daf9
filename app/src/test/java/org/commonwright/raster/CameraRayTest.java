package org.commonwright.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshReader;
import org.commonwright.mesh.Shapes;
import org.commonwright.mesh.SurfacePoint;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

/// What a place of a picture points at.
class CameraRayTest {
    private final Mesh mesh = MeshReader.read(Shapes.text(Shapes.box(60, 40, 10)), "a.stl", Progress.NONE);

    private SurfacePoint hit(Camera camera, double px, double py) {
        double[][] ray = camera.ray(px, py, 800, 600);
        return SurfacePoint.hit(mesh, ray[0], ray[1]).orElseThrow();
    }

    @Test
    void theMiddleFromAboveIsTheMiddleOfTheTop() {
        for (boolean perspective : new boolean[]{true, false}) {
            Camera camera = Camera.home(perspective).top().fit(mesh.bounds(), 800, 600);
            SurfacePoint middle = hit(camera, 400, 300);
            assertEquals(mesh.bounds().centreX(), middle.x(), 1e-3);
            assertEquals(mesh.bounds().centreY(), middle.y(), 1e-3);
            assertEquals(mesh.bounds().maxZ(), middle.z(), 1e-3);
            SurfacePoint right = hit(camera, 500, 250);
            assertTrue(right.x() > middle.x() && right.y() > middle.y());
        }
    }

    @Test
    void whatTheRayPassesIsNotHit() {
        double[][] ray = Camera.home(false).front().fit(mesh.bounds(), 800, 600).ray(1, 1, 800, 600);
        assertTrue(SurfacePoint.hit(mesh, ray[0], ray[1]).isEmpty());
    }

    @Test
    void theNearestPointLiesOnTheSurface() {
        SurfacePoint edge = SurfacePoint.nearest(mesh, mesh.bounds().maxX() + 3, mesh.bounds().centreY(),
                mesh.bounds().maxZ() + 4).orElseThrow();
        assertEquals(5, edge.distance(), 1e-9);
        assertEquals(mesh.bounds().maxX(), edge.x(), 1e-9);
    }
}
