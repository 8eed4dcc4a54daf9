package org.commonwright.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonwright.mesh.MeshComparison.Verdict;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class MeshChangeTest {
    private static final List<double[]> BLOB = Shapes.blob(12, 20);

    private static MeshComparison compare(Mesh before, Mesh after) {
        return MeshComparer.compare(before, after, Progress.NONE);
    }

    private static List<double[]> scaled(List<double[]> triangles, double x, double y, double z) {
        return Shapes.mapped(triangles, p -> new double[]{p[0] * x, p[1] * y, p[2] * z});
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theFactorsOfAScaledPartAreFound(long seed) {
        var random = new Random(seed);
        double f = Math.exp(random.nextDouble(-2, 2));
        var moved = Shapes.shifted(Shapes.shuffled(scaled(BLOB, f, f, f), seed), random.nextDouble(50), 3, -9);
        Scaling by = compare(Shapes.mesh(BLOB), Shapes.mesh(moved)).scaledBy();
        assertTrue(by != null && by.uniform(), "seed " + seed);
        assertEquals(f, by.x(), 1e-4 * f, "seed " + seed);
        double g = f * 1.3;
        MeshComparison axes = compare(Shapes.mesh(BLOB), Shapes.mesh(scaled(BLOB, f, 1, g)));
        assertEquals(Verdict.SCALED, axes.verdict(), "seed " + seed);
        assertTrue(axes.scaledBy() != null && !axes.scaledBy().uniform());
        assertEquals(g, axes.scaledBy().z(), 1e-4 * g, "seed " + seed);
    }

    @Test
    void inchesAndMillimetresAreToldInAnyFormat() {
        Mesh text = MeshReader.read(Shapes.text(BLOB), "a.stl", Progress.NONE);
        Scaling up = compare(text, Shapes.mesh(scaled(BLOB, 25.4, 25.4, 25.4))).scaledBy();
        assertTrue(up != null && up.mmAsInches() && !up.inchesAsMm());
        Scaling down = compare(Shapes.mesh(scaled(BLOB, 25.4, 25.4, 25.4)), text).scaledBy();
        assertTrue(down != null && down.inchesAsMm());
        MeshComparison metres = compare(text, Shapes.mesh(scaled(Shapes.blob(9, 20), 0.001, 0.001, 0.001)));
        assertEquals(Verdict.RESHAPED, metres.verdict());
    }

    /// The walls of a hole through a plate have all their corners on the old surface: only their middles stray.
    @Test
    void aHoleThroughAPlateIsARegionWithAPlaceAndASize() {
        List<double[]> plate = Shapes.box(100, 60, 8);
        List<double[]> holed = new ArrayList<>();
        for (double[] t : Shapes.box(100, 60, 8)) {
            if (!(t[2] == t[5] && t[5] == t[8])) {
                holed.add(t);
            }
        }
        frame(holed, 0, false);
        frame(holed, 8, true);
        wall(holed, 70, 20, 70, 30);
        wall(holed, 70, 30, 80, 30);
        wall(holed, 80, 30, 80, 20);
        wall(holed, 80, 20, 70, 20);
        Mesh after = Shapes.mesh(holed);
        MeshComparison c = compare(Shapes.mesh(plate), after);
        assertEquals(Verdict.RESHAPED, c.verdict());
        assertEquals(1, c.regions().size());
        ChangedRegion region = c.regions().getFirst();
        assertEquals(ChangedRegion.Kind.CHANGED, region.kind());
        assertEquals(10, region.box().sizeX(), 1.5);
        assertEquals(75, region.box().centreX(), 1);
        assertEquals(25, region.box().centreY(), 1);
        assertEquals(4.5, region.deviation(), 0.6);
    }

    /// The plate's face at a height, with the hole left open.
    private static void frame(List<double[]> to, double z, boolean up) {
        double[] x = {0, 70, 80, 100};
        double[] y = {0, 20, 30, 60};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (i != 1 || j != 1) {
                    face(to, new double[]{x[i], y[j], z}, new double[]{x[i + 1], y[j], z},
                            new double[]{x[i + 1], y[j + 1], z}, new double[]{x[i], y[j + 1], z}, up);
                }
            }
        }
    }

    private static void wall(List<double[]> to, double x0, double y0, double x1, double y1) {
        face(to, new double[]{x0, y0, 0}, new double[]{x1, y1, 0}, new double[]{x1, y1, 8}, new double[]{x0, y0, 8},
                true);
    }

    private static void face(List<double[]> to, double[] a, double[] b, double[] c, double[] d, boolean up) {
        to.add(up ? nine(a, b, c) : nine(a, c, b));
        to.add(up ? nine(a, c, d) : nine(a, d, c));
    }

    private static double[] nine(double[] a, double[] b, double[] c) {
        return new double[]{a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]};
    }

    @Test
    void whatIsPutOnAndWhatIsGoneAreTold() {
        List<double[]> block = Shapes.refined(Shapes.refined(Shapes.box(50, 50, 10)));
        var more = new ArrayList<>(block);
        more.addAll(Shapes.shifted(Shapes.box(4, 4, 6), 10, 12, 9));
        MeshComparison on = compare(Shapes.mesh(block), Shapes.mesh(more));
        assertEquals(ChangedRegion.Kind.NEW, on.regions().getFirst().kind());
        assertEquals(5, on.regions().getFirst().deviation(), 1e-3);
        assertEquals(ChangedRegion.Kind.GONE,
                compare(Shapes.mesh(more), Shapes.mesh(block)).regions().getFirst().kind());
    }

    @Test
    void refiningLeavesTheSurfaceAndClosesIt() {
        Mesh box = Shapes.mesh(Shapes.box(30, 7, 1));
        Mesh fine = MeshRefiner.refine(box, 0.9, 400_000, Progress.NONE);
        MeshMeasures m = MeshMeasures.of(fine);
        assertTrue(fine.triangles() > 500 && m.closed());
        assertEquals(210, m.volume(), 1e-6);
        assertTrue(MeshRefiner.refine(box, 0.001, 3000, Progress.NONE).triangles() <= 3000);
    }

    @Test
    void brokenMeshesAreSaidToBeBroken() {
        List<double[]> box = Shapes.box(10, 10, 10);
        assertEquals(List.of(), MeshMeasures.of(Shapes.mesh(box)).defects());
        List<double[]> open = new ArrayList<>(box);
        open.removeLast();
        defect(open, MeshDefect.Kind.OPEN, 3, false);
        List<double[]> twice = new ArrayList<>(box);
        twice.add(box.getFirst());
        defect(twice, MeshDefect.Kind.DOUBLED, 1, false);
        defect(twice, MeshDefect.Kind.CROWDED, 3, false);
        List<double[]> mixed = new ArrayList<>(box);
        double[] t = mixed.removeFirst();
        mixed.add(new double[]{t[0], t[1], t[2], t[6], t[7], t[8], t[3], t[4], t[5]});
        defect(mixed, MeshDefect.Kind.FLIPPED, 3, false);
        defect(Shapes.mapped(box, p -> new double[]{-p[0], p[1], p[2]}), MeshDefect.Kind.INVERTED, 1, false);
        List<double[]> flat = new ArrayList<>(box);
        flat.add(new double[]{0, 0, 0, 5, 0, 0, 10, 0, 0});
        assertTrue(MeshMeasures.of(Shapes.mesh(flat)).defects().stream()
                .anyMatch(d -> d.kind() == MeshDefect.Kind.DEGENERATE && d.count() == 1));
        // Two solids that touch along an edge are whole.
        List<double[]> two = new ArrayList<>(box);
        two.addAll(Shapes.shifted(box, 10, 10, 0));
        defect(two, MeshDefect.Kind.CROWDED, 1, true);
    }

    private static void defect(List<double[]> triangles, MeshDefect.Kind kind, int count, boolean reliable) {
        MeshMeasures m = MeshMeasures.of(Shapes.mesh(triangles));
        assertEquals(List.of(count), m.defects().stream().filter(d -> d.kind() == kind).map(MeshDefect::count).toList(),
                kind + ": " + m.defects());
        if (reliable) {
            assertTrue(m.reliable());
        } else {
            assertFalse(m.reliable());
        }
    }
}
