package org.commonwright.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshComparer;
import org.commonwright.mesh.MeshComparison;
import org.commonwright.mesh.Shapes;
import org.commonwright.task.Progress;

/// Two revisions of a part of a million triangles each, by what became of it. Reading the files is not in it.
public final class MeshDiffBench {
    private static final int ROUNDS = 3;

    private MeshDiffBench() {}

    public static void main(String[] args) {
        run().forEach(System.out::println);
    }

    public static List<BenchRow> run() {
        List<double[]> blob = Shapes.blob(500, 60);
        List<double[]> shuffled = new ArrayList<>(blob);
        Collections.shuffle(shuffled, new Random(1));
        Mesh before = Shapes.mesh(blob);
        List<BenchRow> rows = new ArrayList<>();
        rows.add(row("reshaped", before, mapped(blob, MeshDiffBench::dented)));
        rows.add(row("re-exported", before, Shapes.mesh(shuffled)));
        rows.add(row("moved", before, mapped(shuffled, p -> new double[]{p[0] + 40, p[1] - 7, p[2] + 3})));
        rows.add(row("mirrored", before, mapped(shuffled, p -> new double[]{90 - p[0], p[1], p[2] + 4})));
        rows.add(row("scaled", before, mapped(shuffled, p -> new double[]{p[0] * 25.4, p[1] * 25.4, p[2] * 25.4})));
        return rows;
    }

    /// A dent of 2 mm, some 20 mm wide.
    private static double[] dented(double[] p) {
        double dx = p[0] - 75;
        double r2 = dx * dx + p[1] * p[1] + p[2] * p[2];
        double depth = 2 * Math.exp(-r2 / 100);
        return new double[]{p[0] - depth, p[1], p[2]};
    }

    private static Mesh mapped(List<double[]> triangles, UnaryOperator<double[]> point) {
        return Shapes.mesh(triangles.stream().map(t -> {
            double[] to = new double[9];
            for (int k = 0; k < 9; k += 3) {
                System.arraycopy(point.apply(new double[]{t[k], t[k + 1], t[k + 2]}), 0, to, k, 3);
            }
            return to;
        }).toList());
    }

    private static BenchRow row(String verdict, Mesh before, Mesh after) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            MeshComparison c = MeshComparer.compare(before, after, Progress.NONE);
            best = Math.min(best, (System.nanoTime() - begin) / 1e9);
            if (!c.verdict().id().equals(verdict)) {
                throw new IllegalStateException(verdict + " was found to be " + c.verdict().id());
            }
        }
        return BenchRow.alone("mesh diff, 2 × 1,000,000 triangles, " + verdict, best, "s");
    }
}
