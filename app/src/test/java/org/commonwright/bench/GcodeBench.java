package org.commonwright.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.MotionLimits;
import org.commonwright.gcode.TimeEstimate;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.task.Progress;

/// Reads a million lines of a print: toolpath, bounds and time, beside printrun's parser where that is installed.
public final class GcodeBench {
    private static final int LINES = 1_000_000;
    private static final int ROUNDS = 24;

    private GcodeBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        run().forEach(System.out::println);
    }

    public static List<BenchRow> run() throws IOException, InterruptedException {
        Path file = Files.createTempFile("million", ".gcode");
        try {
            Files.write(file, program(LINES));
            double best = Double.POSITIVE_INFINITY;
            double bestRead = Double.POSITIVE_INFINITY;
            for (int i = 0; i < ROUNDS; i++) {
                long begin = System.nanoTime();
                GcodeFile read = GcodeReader.read(file, Progress.NONE);
                double reading = (System.nanoTime() - begin) / 1e9;
                TimeEstimate time = TimeEstimator.estimate(read.toolpath(), MotionLimits.of(read.dialect()));
                double all = (System.nanoTime() - begin) / 1e9;
                if (time.seconds() <= 0) {
                    throw new IllegalStateException("no time");
                }
                best = Math.min(best, all);
                bestRead = Math.min(bestRead, reading);
            }
            double peer = printrun(file);
            String name = Double.isNaN(peer) ? null : "printrun gcoder";
            return List.of(new BenchRow("G-code, 1,000,000 lines to toolpath, bounds and time", best, "s", name, peer),
                    BenchRow.alone("G-code, of that reading", bestRead, "s"),
                    BenchRow.alone("G-code, heap per move (toolpath and times)", heapPerMove(file), "bytes/move"));
        } finally {
            Files.delete(file);
        }
    }

    /// Retained bytes per move once the file has been read and timed.
    private static double heapPerMove(Path file) {
        long before = used();
        GcodeFile read = GcodeReader.read(file, Progress.NONE);
        TimeEstimate time = TimeEstimator.estimate(read.toolpath(), MotionLimits.of(read.dialect()));
        double bytes = used() - before;
        return bytes / read.toolpath().size() + (time.seconds() > 0 ? 0 : 1);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// Seconds that printrun needs for the same file; NaN where it is not installed.
    private static double printrun(Path file) throws IOException, InterruptedException {
        String script = """
                import sys, time
                from printrun import gcoder
                data = open(sys.argv[1])
                t = time.time()
                gcoder.GCode(data)
                print(time.time() - t)
                """;
        // Debian's package serves the system's Python, which need not be the first on the path.
        for (String python : List.of("/usr/bin/python3", "python3")) {
            try {
                Process process = new ProcessBuilder(python, "-c", script, file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                if (process.waitFor(300, TimeUnit.SECONDS) && process.exitValue() == 0) {
                    return Double.parseDouble(out);
                }
            } catch (IOException e) {
                System.err.println(e.getMessage());
            }
        }
        return Double.NaN;
    }

    /// A print of `lines` short extrusions in layers, about 45 bytes a line.
    static byte[] program(int lines) {
        var bytes = new ByteArrayOutputStream(lines * 46);
        write(lines, new PrintStream(bytes, false, StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    /// The same into a stream, for programs that should not be in memory.
    static void write(int lines, PrintStream out) {
        var random = new Random(7);
        out.print("M82\nM104 S205\nG28\nG92 E0\nG1 F1800.0\n");
        double e = 0;
        var line = new StringBuilder(64);
        for (int i = 5; i < lines; i++) {
            double angle = i * 0.02;
            double radius = 20 + 15 * Math.sin(i * 0.0007) + random.nextDouble();
            e += 0.0213;
            line.setLength(0);
            line.append("G1 X").append(round(100 + radius * Math.cos(angle))).append(" Y")
                    .append(round(100 + radius * Math.sin(angle))).append(" Z").append(round(0.2 + i / 5000 * 0.2))
                    .append(" F2400.0 E").append(round(e)).append('\n');
            out.print(line);
        }
        out.flush();
    }

    private static double round(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }
}
