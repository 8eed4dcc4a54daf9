package org.commonwright.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.Layers;
import org.commonwright.gcode.MotionLimits;
import org.commonwright.gcode.TimeEstimate;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.raster.Camera;
import org.commonwright.raster.Image;
import org.commonwright.raster.PathColours;
import org.commonwright.raster.PathModel;
import org.commonwright.raster.Quality;
import org.commonwright.raster.Renderer;
import org.commonwright.raster.Scene;
import org.commonwright.task.Progress;

/// Opens a print of one and of ten million lines from a file, and turns it before the camera: what a person waits for until the
/// first picture, how smoothly it turns, what it takes once it stands still, and the memory that all of it holds.
public final class PathBench {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int FRAMES = 60;
    private static final int STILL = 5;

    private PathBench() {}

    /// What is kept of an open program.
    private record Opened(GcodeFile file, TimeEstimate time, Layers layers, PathModel model) {
        static Opened of(Path file) {
            GcodeFile read = GcodeReader.read(file, Progress.NONE);
            return new Opened(read, TimeEstimator.estimate(read.toolpath(), MotionLimits.of(read.dialect())),
                    Layers.of(read.toolpath()), PathModel.of(read.toolpath()));
        }

        Scene scene() {
            PathColours colours = PathColours.of(kind -> 0xffe0792f, kind -> 0xff9aa4b2);
            return new Scene(0xff202428, 0xff30363c,
                    List.of(new Scene.Route(model, colours, 0, model.moves(), model.moves() / 2, 1)));
        }
    }

    public static void main(String[] args) throws IOException {
        run().forEach(System.out::println);
    }

    public static List<BenchRow> run() throws IOException {
        List<BenchRow> rows = new ArrayList<>(of(1_000_000, 5));
        rows.addAll(of(10_000_000, 2));
        return rows;
    }

    private static List<BenchRow> of(int lines, int rounds) throws IOException {
        Path file = Files.createTempFile("print", ".gcode");
        try {
            try (var out = new PrintStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20), false,
                    StandardCharsets.US_ASCII)) {
                GcodeBench.write(lines, out);
            }
            return measure(file, String.format(Locale.ROOT, "print of %,d lines, ", lines), rounds);
        } finally {
            Files.delete(file);
        }
    }

    private static List<BenchRow> measure(Path file, String name, int rounds) {
        long before = used();
        double open = Double.POSITIVE_INFINITY;
        double first = Double.POSITIVE_INFINITY;
        Opened opened = null;
        for (int i = 0; i < rounds; i++) {
            opened = null;
            long begin = System.nanoTime();
            opened = Opened.of(file);
            open = Math.min(open, seconds(begin));
            new Renderer().render(opened.scene(), camera(opened.scene()), new Image(WIDTH, HEIGHT), Quality.DRAFT);
            first = Math.min(first, seconds(begin));
        }
        double heap = (used() - before) / 1e6;
        Scene scene = opened.scene();
        double[] turning = frames(scene, Quality.DRAFT, FRAMES);
        double[] still = frames(scene, Quality.FINE, STILL);
        return List.of(BenchRow.alone(name + "opened", open, "s"),
                BenchRow.alone(name + "to its first picture", first, "s"),
                BenchRow.alone(name + "turned, 1280×800", FRAMES / Arrays.stream(turning).sum(), "frames/s"),
                BenchRow.alone(name + "slowest of these pictures", turning[FRAMES - 1] * 1000, "ms"),
                BenchRow.alone(name + "full picture once it stands still", still[STILL / 2] * 1000, "ms"),
                BenchRow.alone(name + "memory of all of it", heap, "MB"));
    }

    private static Camera camera(Scene scene) {
        return Camera.home(true).fit(scene.bounds(), WIDTH, HEIGHT);
    }

    /// Seconds of each picture, in order of size; some are drawn before to warm up.
    private static double[] frames(Scene scene, Quality quality, int count) {
        var renderer = new Renderer();
        var image = new Image(WIDTH, HEIGHT);
        Camera camera = camera(scene);
        double[] seconds = new double[count];
        for (int i = -count / 2; i < count; i++) {
            long begin = System.nanoTime();
            renderer.render(scene, camera.orbit(i * 0.05, 0), image, quality);
            if (i >= 0) {
                seconds[i] = seconds(begin);
            }
        }
        Arrays.sort(seconds);
        return seconds;
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
