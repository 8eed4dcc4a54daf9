package org.commonwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What 1,000 lines cost a processor: `machine run`, journal and checks included, beside printrun's headless `printcore`, as
/// whole processes that stream the same file to the same peer, a Marlin that answers at once and takes one line at a time.
/// What starting a process costs is taken off: it is the difference between a long file and a short one.
public final class PrintrunBench {
    private static final int SHORT = 5_000;
    private static final int LONG = 105_000;
    private static final Path PRINTCORE = Path.of("/usr/bin/printcore");
    private static final Pattern TIMES = Pattern.compile("([0-9]+)m([0-9.]+)s ([0-9]+)m([0-9.]+)s");

    private PrintrunBench() {}

    public static List<BenchRow> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("printrun-bench");
        Path few = Files.writeString(folder.resolve("short.gcode"), lines(SHORT));
        Path many = Files.writeString(folder.resolve("long.gcode"), lines(LONG));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> ours = List.of(java, "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "org.commonwright.Main", "machine", "run");
        String name = "processor time of 1,000 lines, one in flight";
        double mine = (seconds(ours, many) - seconds(ours, few)) * 1e6 / (LONG - SHORT);
        BenchRow row = BenchRow.alone(name, mine, "ms");
        if (Files.isExecutable(PRINTCORE)) {
            List<String> theirs = List.of(PRINTCORE.toString());
            double peer = (seconds(theirs, many) - seconds(theirs, few)) * 1e6 / (LONG - SHORT);
            row = new BenchRow(name, mine, "ms", "printrun's printcore", peer);
        }
        StreamBench.delete(folder);
        return List.of(row);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        run().forEach(row -> System.out.printf("%s: %.2f %s, %s %.2f%n", row.name(), row.ours(), row.unit(), row.peer(),
                row.peerValue()));
    }

    private static String lines(int count) {
        var random = new Random(1);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(String.format(Locale.ROOT, "G1 X%.2f Y%.2f%n", random.nextDouble() * 100,
                    random.nextDouble() * 100));
        }
        return text.toString();
    }

    /// The processor time of a process that streams the file, as its shell counts it.
    private static double seconds(List<String> program, Path file) throws IOException, InterruptedException {
        try (var peer = PacedPeer.instant()) {
            String command = String.join(" ", program.stream().map(word -> "'" + word + "'").toList());
            Process process = new ProcessBuilder("bash", "-c",
                    command + " '" + peer.path() + "' '" + file + "' >/dev/null 2>&1; times").redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes());
            process.waitFor();
            if (peer.lines() < Files.readAllLines(file).size()) {
                throw new IllegalStateException(command + " sent " + peer.lines() + " lines only");
            }
            Matcher times = TIMES.matcher(said.lines().skip(1).findFirst().orElse(""));
            if (!times.find()) {
                throw new IllegalStateException("the shell said " + said);
            }
            return number(times, 1) * 60 + number(times, 2) + number(times, 3) * 60 + number(times, 4);
        }
    }

    private static double number(Matcher times, int group) {
        return Double.parseDouble(times.group(group));
    }
}
