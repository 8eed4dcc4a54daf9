package org.commonwright.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages.Key;
import org.commonwright.model.Bounds;
import org.jspecify.annotations.Nullable;

/// What is said about a mesh and a comparison, for both faces.
public final class MeshWords {
    private static final int MOST = 20;
    /// What is less is rounding, mm.
    private static final double MOVED = 0.005;

    private MeshWords() {}

    /// What is broken, one sentence each, then whether the volume can be relied on; empty for a whole solid.
    public static List<Key> health(MeshMeasures measures, Formats f) {
        List<Key> words = new ArrayList<>();
        for (MeshDefect d : measures.defects()) {
            words.add(Key.of("shape.defect-" + d.kind().id(), d.count(), f.number(d.x(), 1), f.number(d.y(), 1),
                    f.number(d.z(), 1)));
        }
        if (!measures.reliable()) {
            words.add(Key.of("shape.volume-unreliable"));
        }
        return words;
    }

    /// By which factors, and whether that looks like a mistaken unit; empty when nothing was scaled.
    public static Optional<Key> scaling(@Nullable Scaling by) {
        if (by == null) {
            return Optional.empty();
        }
        if (by.mmAsInches()) {
            return Optional.of(Key.of("shape.scaled-inch-up"));
        }
        if (by.inchesAsMm()) {
            return Optional.of(Key.of("shape.scaled-inch-down"));
        }
        if (by.uniform()) {
            return Optional.of(Key.of("shape.scaled", factor(by.x())));
        }
        double[] factors = {factor(by.x()), factor(by.y()), factor(by.z())};
        int[] changed = IntStream.range(0, factors.length).filter(axis -> factors[axis] != 1).toArray();
        return Optional.of(changed.length == 1
                ? Key.of("shape.scaled-axis", factors[changed[0]], String.valueOf("xyz".charAt(changed[0])))
                : Key.of("shape.scaled-axes", factors[0], factors[1], factors[2]));
    }

    /// At which plane, and what else was done to it; empty when nothing was mirrored.
    public static List<Key> mirroring(MeshComparison c, Formats f) {
        MirrorPlane plane = c.mirroredAt();
        if (plane == null) {
            return List.of();
        }
        List<Key> words = new ArrayList<>();
        words.add(plane.axis().isEmpty()
                ? Key.of("shape.mirrored-oblique", f.number(plane.x(), 3), f.number(plane.y(), 3),
                        f.number(plane.z(), 3), f.number(plane.at(), 2))
                : Key.of("shape.mirrored", plane.axis(), f.number(plane.at(), 2)));
        if (c.turned()) {
            words.add(Key.of("shape.mirrored-turned"));
        } else if (c.movedBy().stream().anyMatch(mm -> Math.abs(mm) > MOVED)) {
            words.add(Key.of("shape.mirrored-moved", f.number(c.movedBy().get(0), 2), f.number(c.movedBy().get(1), 2),
                    f.number(c.movedBy().get(2), 2)));
        }
        return words;
    }

    private static double factor(double factor) {
        return Math.rint(factor * 1e4) / 1e4;
    }

    /// Where a part changed, one line for each of the first twenty.
    public static List<Key> regions(List<ChangedRegion> regions, Formats f) {
        List<Key> words = new ArrayList<>(regions.stream().limit(MOST).map(region -> region(region, f)).toList());
        if (regions.size() > MOST) {
            words.add(Key.of("shape.more-regions", regions.size() - MOST));
        }
        return words;
    }

    /// One region: what, how far, how large, where.
    public static Key region(ChangedRegion region, Formats f) {
        Bounds b = region.box();
        return Key.of("shape.region-" + region.kind().id(), f.number(region.deviation(), 3), f.number(b.sizeX(), 1),
                f.number(b.sizeY(), 1), f.number(b.sizeZ(), 1), f.number(region.x(), 1), f.number(region.y(), 1),
                f.number(region.z(), 1));
    }
}
