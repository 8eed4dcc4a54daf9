package org.commonwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// From the command to the first frame of the window, as whole processes of the built folder on the Headless platform; with
/// the class cache and without it, in turn.
final class StartBench {
    private static final int RUNS = 5;

    private StartBench() {}

    static List<BenchRow> run() throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("commonwright.root", ".."),
                "app/target/commonwright/bin/commonwright");
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("build the folder first: mvn -Pbench verify does");
        }
        Path home = Files.createTempDirectory("commonwright-start");
        start(program, home, Map.of("COMMONWRIGHT_AOT_DELAY", "0"));
        awaitCache(home);
        double[] with = new double[RUNS];
        double[] without = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            with[i] = start(program, home, Map.of());
            without[i] = start(program, home, Map.of("COMMONWRIGHT_NO_AOT", "1"));
        }
        Arrays.sort(with);
        Arrays.sort(without);
        return List.of(
                new BenchRow("start to the first frame, whole process", with[RUNS / 2], "s", "without the class cache",
                        without[RUNS / 2]));
    }

    private static double start(Path program, Path home, Map<String, String> more)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(program.toAbsolutePath().toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("COMMONWRIGHT_HOME", home.toString());
        builder.environment().put("COMMONWRIGHT_JAVA_OPTIONS",
                "-Dglass.platform=Headless -Dprism.order=sw -Dcommonwright.first-frame-only=true");
        builder.environment().putAll(more);
        long begin = System.nanoTime();
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("the window ended with " + exit);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /// The cache is made in the background; it is whole when its practice folder is gone.
    private static void awaitCache(Path home) throws IOException, InterruptedException {
        Path cache = home.resolve("cache");
        for (int i = 0; i < 3_000; i++) {
            try (var files = Files.list(cache)) {
                List<String> names = files.map(f -> f.getFileName().toString()).toList();
                if (names.stream().anyMatch(n -> n.endsWith(".aot")) && !names.contains("start-practice")) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no class cache was made in " + cache);
    }
}
