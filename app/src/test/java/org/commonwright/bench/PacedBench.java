package org.commonwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.journal.Journal;
import org.commonwright.machine.journal.JournalHead;
import org.commonwright.machine.journal.SlowDisk;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.task.Progress;

/// Streaming over a wire of 115,200 baud: how much of what the wire allows is used, with journals on slow disks, and on Marlin
/// with and without `ADVANCED_OK` behind adapters that keep answers back.
public final class PacedBench {
    private static final int LINES = 4000;
    private static final int[] DISKS = {5, 20, 100};
    private static final int[] LATENCIES = {0, 4, 16};

    private PacedBench() {}

    public static List<BenchRow> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("paced-bench");
        List<BenchRow> rows = new ArrayList<>();
        Program twenty = Program.of("twenty.nc", lines("G1X%06.3fY%06.3fF99%n"));
        rows.add(grbl("GRBL at 115,200 baud, lines of 20 bytes", twenty, folder, 0));
        for (int millis : DISKS) {
            rows.add(grbl("the same, a disk that takes " + millis + " ms for each force", twenty, folder, millis));
        }
        Program print = Program.of("print.gcode", lines("G1 X%06.3f Y%06.3f%n"));
        for (int latency : LATENCIES) {
            rows.add(new BenchRow("Marlin at 115,200 baud with ADVANCED_OK, answers " + latency + " ms late",
                    marlin(print, true, latency), "lines/s", "one line in flight", marlin(print, false, latency)));
        }
        StreamBench.delete(folder);
        return rows;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        run().forEach(row -> System.out.printf("%s: %.1f %s, %s %.1f, ratio %.3f%n", row.name(), row.ours(), row.unit(),
                row.peer(), row.peerValue(), row.ratio()));
    }

    private static String lines(String pattern) {
        var random = new Random(1);
        var text = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            text.append(String.format(Locale.ROOT, pattern, random.nextDouble() * 100, random.nextDouble() * 100));
        }
        return text.toString();
    }

    /// @param diskMillis 0 for no journal
    private static BenchRow grbl(String name, Program program, Path folder, int diskMillis)
            throws InterruptedException {
        try (var peer = PacedPeer.grbl(0);
                Session session = new Machines().connect(new Port.Serial(peer.path(), 115_200), "the benchmark")) {
            if (diskMillis == 0) {
                completed(session.run(program, SendLog.NONE, Progress.NONE));
            } else {
                var head = new JournalHead("paced-" + diskMillis, "", program.name(), program.hash(), program.lines(),
                        peer.path(), "grbl", "Grbl 1.1h", Instant.EPOCH, "0@bench");
                try (Journal journal = SlowDisk.begin(folder, head, program, diskMillis)) {
                    completed(session.run(program, journal, Progress.NONE));
                }
            }
            return new BenchRow(name, peer.rate(), "lines/s", "what the wire allows", peer.allowed());
        }
    }

    private static double marlin(Program program, boolean advanced, int latency) throws InterruptedException {
        try (var peer = PacedPeer.marlin(advanced, latency);
                Session session = new Machines().connect(new Port.Serial(peer.path(), 115_200), "the benchmark")) {
            completed(session.run(program, SendLog.NONE, Progress.NONE));
            return peer.rate();
        }
    }

    private static void completed(RunOutcome outcome) {
        if (!outcome.isCompleted()) {
            throw new IllegalStateException(outcome.toString());
        }
    }
}
