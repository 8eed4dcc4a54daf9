package org.commonwright.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.commonwright.mesh.MeshComparison.Verdict;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class MeshComparerTest {
    private static MeshComparison compare(List<double[]> before, List<double[]> after) {
        return MeshComparer.compare(Shapes.mesh(before), Shapes.mesh(after), Progress.NONE);
    }

    private static final List<double[]> BLOB = Shapes.blob(12, 20);

    @Test
    void theSameFileIsIdentical() {
        MeshComparison c = compare(BLOB, BLOB);
        assertEquals(Verdict.IDENTICAL, c.verdict());
        assertEquals(0, c.deviation());
    }

    @Test
    void otherTrianglesOnTheSameSurfaceAreAReExport() {
        assertEquals(Verdict.RE_EXPORTED, compare(BLOB, Shapes.shuffled(BLOB, 1)).verdict());
        assertEquals(Verdict.RE_EXPORTED, compare(BLOB, Shapes.refined(BLOB)).verdict());
        assertEquals(Verdict.RE_EXPORTED, compare(Shapes.refined(Shapes.refined(BLOB)), BLOB).verdict());
        Mesh text = MeshReader.read(Shapes.text(BLOB), "a.stl", Progress.NONE);
        MeshComparison c = MeshComparer.compare(text, Shapes.mesh(BLOB), Progress.NONE);
        assertEquals(Verdict.RE_EXPORTED, c.verdict());
        assertTrue(c.deviation() < 1e-4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPartThatLiesElsewhereIsMoved(long seed) {
        var random = new Random(seed);
        double dx = random.nextDouble(-100, 100);
        double dy = random.nextDouble(-100, 100);
        double dz = random.nextDouble(-100, 100);
        MeshComparison moved = compare(BLOB, Shapes.shifted(Shapes.shuffled(BLOB, seed), dx, dy, dz));
        assertEquals(Verdict.MOVED, moved.verdict(), "seed " + seed);
        assertFalse(moved.turned());
        assertEquals(dx, moved.movedBy().get(0), 1e-3, "seed " + seed);
        assertEquals(dz, moved.movedBy().get(2), 1e-3, "seed " + seed);
        assertTrue(moved.deviation() > 1 && moved.whenAligned() < 0.002);

        double angle = seed % 2 == 0 ? Math.PI / 2 * (1 + random.nextInt(3)) : random.nextDouble(0.1, 3);
        var turn = seed % 2 == 0
                ? Shapes.turned(BLOB, 0, 1, 0, angle)
                : Shapes.turned(BLOB, random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), angle);
        MeshComparison turned = compare(BLOB, Shapes.shifted(turn, dx, dy, dz));
        assertEquals(Verdict.MOVED, turned.verdict(), "seed " + seed);
        assertTrue(turned.turned());
    }

    @Test
    void anotherShapeIsReshapedAndHowFarIsSaid() {
        MeshComparison longer = compare(Shapes.box(10, 10, 10), Shapes.box(10, 10, 12.5));
        assertEquals(Verdict.SCALED, longer.verdict());
        assertEquals(new Scaling(1, 1, 1.25), longer.scaledBy());
        assertEquals(2.5, longer.deviation(), 1e-9);
        assertEquals(1000, longer.before().volume(), 1e-6);
        assertEquals(1250, longer.after().volume(), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theMirrorImageAndItsPlaneAreFound(long seed) {
        var random = new Random(seed);
        int axis = random.nextInt(3);
        double at = random.nextDouble(-50, 50);
        double along = random.nextDouble(1, 9);
        // With its faces as a CAD program exports them, or inside out as a negative factor leaves them.
        var image = Shapes.mapped(Shapes.shuffled(BLOB, seed), p -> {
            double[] to = p.clone();
            to[axis] = 2 * at - p[axis];
            to[(axis + 1) % 3] += along;
            return to;
        });
        MeshComparison c = compare(BLOB, seed % 2 == 0 ? image : Shapes.turnedOver(image));
        assertEquals(Verdict.MIRRORED, c.verdict(), "seed " + seed);
        MirrorPlane plane = Objects.requireNonNull(c.mirroredAt());
        assertEquals("xyz".substring(axis, axis + 1), plane.axis(), "seed " + seed);
        assertEquals(at, plane.at(), 1e-3, "seed " + seed);
        assertEquals(along, c.movedBy().get((axis + 1) % 3), 1e-3, "seed " + seed);
        assertEquals(0, c.movedBy().get(axis), 1e-9, "seed " + seed);
        assertFalse(c.turned());

        MeshComparison turned = compare(BLOB, Shapes.turned(image, random.nextGaussian(), random.nextGaussian(),
                random.nextGaussian(), random.nextDouble(0.2, 3)));
        assertEquals(Verdict.MIRRORED, turned.verdict(), "seed " + seed);
        assertTrue(turned.turned(), "seed " + seed);
    }

    @Test
    void anObliqueMirrorIsToldByItsNormal() {
        double[] n = {0.6, 0, 0.8};
        MeshComparison c = compare(BLOB, Shapes.mapped(BLOB, p -> {
            double twice = 2 * (n[0] * p[0] + n[2] * p[2] - 7);
            return new double[]{p[0] - twice * n[0], p[1], p[2] - twice * n[2]};
        }));
        assertEquals(Verdict.MIRRORED, c.verdict());
        MirrorPlane plane = Objects.requireNonNull(c.mirroredAt());
        assertEquals("", plane.axis());
        assertEquals(0.6, plane.x(), 1e-4);
        assertEquals(0.8, plane.z(), 1e-4);
        assertEquals(7, plane.at(), 1e-2);
        assertFalse(c.turned());
    }

    @Test
    void aPartThatIsItsOwnMirrorImageWasMoved() {
        List<double[]> bracket = new ArrayList<>(Shapes.box(40, 20, 5));
        bracket.addAll(Shapes.box(5, 20, 40));
        var mirrored = Shapes.mapped(bracket, p -> new double[]{60 - p[0], p[1], p[2]});
        assertEquals(Verdict.MOVED, compare(bracket, mirrored).verdict());
    }

    /// A cube with a small stud looks the same from many sides but for the stud.
    @Test
    void whatOnlyASmallFeatureTellsApartIsTold() {
        List<double[]> cube = Shapes.refined(Shapes.refined(Shapes.refined(Shapes.box(20, 20, 20))));
        List<double[]> one = new ArrayList<>(cube);
        one.addAll(Shapes.shifted(Shapes.box(0.5, 0.7, 0.9), 4, 7, 19.9));
        List<double[]> other = new ArrayList<>(cube);
        other.addAll(Shapes.shifted(Shapes.box(0.5, 0.7, 0.9), 6, 8, 19.9));
        assertEquals(Verdict.RESHAPED, compare(one, other).verdict());
        var image = Shapes.mapped(one, p -> new double[]{p[0], -p[1], p[2]});
        assertEquals(Verdict.MIRRORED, compare(one, image).verdict());
    }

    @Test
    void aDentInTheMiddleOfALargeFaceIsFoundFromBothSides() {
        // The old face has no point near the dent: only splitting its triangles finds how deep it is.
        List<double[]> flat = Shapes.box(100, 100, 10);
        var dented = new java.util.ArrayList<>(flat);
        dented.addAll(Shapes.shifted(Shapes.box(1, 1, 1), 40, 37, 14));
        assertEquals(5, compare(flat, dented).deviation(), 1e-6);
        List<double[]> hole = flat.stream().filter(t -> !(t[2] == 10 && t[5] == 10 && t[8] == 10)).toList();
        // A face is missing: its middle is 10 from the bottom, which is nearer than the edges.
        assertEquals(10, compare(hole, flat).deviation(), 0.3);
    }

    /// The distance of many random points of one surface to the other is never above what the comparison says.
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void noPointIsFartherThanTheDeviation(long seed) {
        var random = new Random(seed);
        List<double[]> a = Shapes.blob(6 + random.nextInt(6), 20);
        List<double[]> b = Shapes.shifted(Shapes.blob(5 + random.nextInt(9), 20 + random.nextDouble()),
                random.nextDouble(), 0, random.nextDouble(3));
        double deviation = compare(a, b).deviation();
        TriangleTree.Search search = new TriangleTree(Shapes.mesh(b)).new Search();
        double worst = 0;
        for (int i = 0; i < 20_000; i++) {
            double[] t = a.get(random.nextInt(a.size()));
            double u = random.nextDouble();
            double v = random.nextDouble() * (1 - u);
            double x = t[0] + u * (t[3] - t[0]) + v * (t[6] - t[0]);
            double y = t[1] + u * (t[4] - t[1]) + v * (t[7] - t[1]);
            double z = t[2] + u * (t[5] - t[2]) + v * (t[8] - t[2]);
            worst = Math.max(worst, search.distance2(x, y, z));
        }
        assertTrue(Math.sqrt(worst) <= deviation + 1e-4, "seed " + seed + ": " + Math.sqrt(worst) + " " + deviation);
    }

    /// The tree finds what looking at every triangle finds.
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void theTreeFindsTheNearestTriangle(long seed) {
        var random = new Random(seed);
        Mesh mesh = Shapes.mesh(Shapes.blob(7, 10));
        var tree = new TriangleTree(mesh);
        TriangleTree.Search search = tree.new Search();
        TriangleTree.Search plain = tree.new Search();
        for (int i = 0; i < 500; i++) {
            double x = random.nextGaussian() * 12;
            double y = random.nextGaussian() * 12;
            double z = random.nextGaussian() * 12;
            double best = Double.POSITIVE_INFINITY;
            for (int t = 0; t < mesh.triangles(); t++) {
                best = Math.min(best, plain.triangle2(t, x, y, z));
            }
            assertEquals(best, search.distance2(x, y, z), 1e-9, "seed " + seed);
        }
    }
}
