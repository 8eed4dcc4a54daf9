package org.commonwright.mesh;

import java.util.List;

/// What a mesh measures.
///
/// @param triangles   how many
/// @param points      how many different corners
/// @param area        mm²
/// @param volume      mm³, by the divergence theorem; it means something only when the mesh is closed, and is negative when its
///                    triangles look inwards
/// @param centroidX   of the surface, mm
/// @param centroidY   of the surface, mm
/// @param centroidZ   of the surface, mm
/// @param degenerate  triangles without area
/// @param openEdges   edges whose two directions are not equally many: holes and flipped triangles
/// @param defects     what is broken, each kind once
public record MeshMeasures(int triangles, int points, double area, double volume, double centroidX, double centroidY,
        double centroidZ, int degenerate, int openEdges, List<MeshDefect> defects) {
    public MeshMeasures {
        defects = List.copyOf(defects);
    }

    /// Whether it encloses a volume without holes.
    public boolean closed() {
        return openEdges == 0;
    }

    /// Whether the volume is that of a solid: no holes, nothing inside out, nothing twice.
    public boolean reliable() {
        return openEdges == 0 && defects.stream().noneMatch(defect -> defect.kind().spoilsVolume());
    }

    public static MeshMeasures of(Mesh mesh) {
        double area = 0;
        double volume = 0;
        double cx = 0;
        double cy = 0;
        double cz = 0;
        int degenerate = 0;
        int flat = 0;
        // Taken about the box's centre, so that a part far from the origin loses no digits.
        double ox = mesh.bounds().centreX();
        double oy = mesh.bounds().centreY();
        double oz = mesh.bounds().centreZ();
        for (int t = 0; t < mesh.triangles(); t++) {
            int a = mesh.corner(t, 0);
            int b = mesh.corner(t, 1);
            int c = mesh.corner(t, 2);
            double ax = mesh.x(a) - ox;
            double ay = mesh.y(a) - oy;
            double az = mesh.z(a) - oz;
            double bx = mesh.x(b) - ox;
            double by = mesh.y(b) - oy;
            double bz = mesh.z(b) - oz;
            double dx = mesh.x(c) - ox;
            double dy = mesh.y(c) - oy;
            double dz = mesh.z(c) - oz;
            volume += ax * (by * dz - bz * dy) + ay * (bz * dx - bx * dz) + az * (bx * dy - by * dx);
            double nx = (by - ay) * (dz - az) - (bz - az) * (dy - ay);
            double ny = (bz - az) * (dx - ax) - (bx - ax) * (dz - az);
            double nz = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
            double twice = Math.sqrt(nx * nx + ny * ny + nz * nz);
            flat = twice == 0 && degenerate++ == 0 ? t : flat;
            area += twice / 2;
            cx += twice * (ax + bx + dx);
            cy += twice * (ay + by + dy);
            cz += twice * (az + bz + dz);
        }
        double weight = area == 0 ? 1 : 6 * area;
        Edges edges = Edges.of(mesh);
        return new MeshMeasures(mesh.triangles(), mesh.points(), area, volume / 6, cx / weight + ox, cy / weight + oy,
                cz / weight + oz, degenerate, edges.unbalanced(),
                Defects.of(mesh, edges, volume, degenerate, flat));
    }
}
