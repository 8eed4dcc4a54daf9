package org.commonwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonwright.workbench.machines.FloodBench;
import org.commonwright.workbench.parts.TableBench;

/// Runs every benchmark in one process, those with a window last, prints one table and writes it as Markdown.
public final class Benchmarks {
    private Benchmarks() {}

    /// One benchmark: it may start peers as processes and must say when one is not installed (a row without a peer).
    @FunctionalInterface
    interface Bench {
        List<BenchRow> run() throws IOException, InterruptedException;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        List<BenchRow> rows = new ArrayList<>();
        for (Bench bench : benches()) {
            List<BenchRow> measured = bench.run();
            measured.forEach(row -> System.out.println(line(row)));
            rows.addAll(measured);
        }
        Files.writeString(Path.of(args[0]), page(rows));
    }

    private static List<Bench> benches() {
        return List.of(GcodeBench::run, RasterBench::run, MeshDiffBench::run, PathBench::run, RollupBench::run,
                ReadBench::run,
                CellHistoryBench::run,
                ReviewBench::run, ForksBench::run,
                ContributionBench::run, RealHistories::run,
                RecordBench::run, StreamBench::run, PacedBench::run, PrintrunBench::run, StartBench::run,
                FloodBench::run, TableBench::run);
    }

    private static String page(List<BenchRow> rows) {
        var page = new StringBuilder("""
                # Benchmarks

                Written by `mvn -q -Pbench verify`; do not edit. Ours and the peer do the same work in the same run on the same
                machine, so the ratio is what to read: above 1 we are better. A row without a peer had none installed or has none.
                A first reading "as the first thing that a program does" pays for the loading of classes, for code that is interpreted and for its
                compiling; its process is started as `commonwright contributors` starts one, and that start itself does not count (decision 129).

                """);
        page.append("Measured on ").append(LocalDate.now()).append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" processors, Java ").append(Runtime.version().feature()).append(", ")
                .append(System.getProperty("os.name")).append(' ').append(System.getProperty("os.arch"))
                .append(".\n\n");
        page.append("| what | ours | peer | ratio |\n|---|--:|--:|--:|\n");
        rows.forEach(row -> page.append(line(row)).append('\n'));
        return page.toString();
    }

    private static String line(BenchRow row) {
        String ours = figure(row.ours()) + " " + row.unit();
        return row.peer() == null
                ? "| " + row.name() + " | " + ours + " | | |"
                : "| " + row.name() + " | " + ours + " | " + row.peer() + ": " + figure(row.peerValue()) + " "
                        + row.unit()
                        + " | " + figure(row.ratio()) + " |";
    }

    private static String figure(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 1000 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f",
                value);
    }
}
