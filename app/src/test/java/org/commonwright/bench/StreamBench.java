package org.commonwright.bench;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.commonwright.machine.JournaledRun;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.pty.PseudoTerminal;
import org.commonwright.task.Progress;

/// Streaming over a pseudo-terminal to a peer that answers at once: a whole session, with and without its journal on disk,
/// against a bare loop over jSerialComm with the same window and the same lines. In turns, round by round.
public final class StreamBench {
    private static final int LINES = 100_000;
    private static final int ROUNDS = 20;
    private static final int WINDOW = 128;

    private StreamBench() {}

    public static List<BenchRow> run() throws IOException, InterruptedException {
        Program program = Program.of("bench.nc", lines());
        Path folder = Files.createTempDirectory("stream-bench");
        List<BenchRow> plain = new ArrayList<>();
        List<BenchRow> journaled = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double bare = bare(program);
            double session = session(program, folder, false);
            double journal = session(program, folder, true);
            if (round > 0) {
                // The first round only warms up.
                plain.add(row("stream over a pty, 128-byte window", session, bare));
                journaled.add(row("the same with the journal on disk", journal, bare));
            }
        }
        delete(folder);
        return List.of(middle(plain), middle(journaled));
    }

    private static BenchRow row(String name, double ours, double bare) {
        return new BenchRow(name, ours, "lines/s", "bare jSerialComm loop", bare);
    }

    /// The round in the middle by its ratio: what else the computer does moves single rounds by a factor of two.
    private static BenchRow middle(List<BenchRow> rounds) {
        return rounds.stream().sorted(Comparator.comparingDouble(BenchRow::ratio)).toList().get(rounds.size() / 2);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        run().forEach(row -> System.out.printf("%s: %.0f %s, %s %.0f, ratio %.2f%n", row.name(), row.ours(), row.unit(),
                row.peer(), row.peerValue(), row.ratio()));
    }

    private static String lines() {
        var random = new Random(1);
        var text = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            text.append(String.format(Locale.ROOT, "G1X%.2fY%.2f%n", random.nextDouble() * 100,
                    random.nextDouble() * 100));
        }
        return text.toString();
    }

    private static double session(Program program, Path folder, boolean journal) throws InterruptedException {
        try (var peer = new InstantPeer();
                Session session = new Machines().connect(new Port.Serial(peer.path(), 0), "the benchmark")) {
            RunOutcome outcome = journal
                    ? new JournaledRun(folder, InstantSource.system())
                            .run(session, program, "", JournaledRun.BeforeFirstByte.NOTHING, Progress.NONE).outcome()
                    : session.run(program, SendLog.NONE, Progress.NONE);
            if (!outcome.isCompleted()) {
                throw new IllegalStateException(outcome.toString());
            }
            return peer.rate();
        }
    }

    /// What one would write in an afternoon: no checks, no journal, nobody who looks.
    private static double bare(Program program) {
        try (var peer = new InstantPeer()) {
            SerialPort port = SerialPort.getCommPort(peer.path());
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 100, 0);
            port.openPort(0);
            bare(port, program);
            port.closePort();
            return peer.rate();
        }
    }

    private static void bare(SerialPort port, Program program) {
        var lengths = new ArrayDeque<Integer>();
        byte[] in = new byte[4096];
        byte[] out = new byte[WINDOW];
        int unanswered = 0;
        int next = 1;
        int answered = 0;
        while (answered < program.lines()) {
            int length = 0;
            while (next <= program.lines()) {
                byte[] line = program.line(next).getBytes(StandardCharsets.ISO_8859_1);
                if (unanswered + line.length + 1 > WINDOW) {
                    break;
                }
                System.arraycopy(line, 0, out, length, line.length);
                length += line.length;
                out[length++] = '\n';
                lengths.add(line.length + 1);
                unanswered += line.length + 1;
                next++;
            }
            if (length > 0) {
                port.writeBytes(out, length);
            }
            int n = port.readBytes(in, in.length);
            for (int i = 0; i < n; i++) {
                if (in[i] == '\n') {
                    unanswered -= lengths.remove();
                    answered++;
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// The machine's end: answers every line with `ok` the moment it has it.
    private static final class InstantPeer implements AutoCloseable {
        private static final byte[] OK = "ok\r\n".getBytes(StandardCharsets.US_ASCII);
        private final PseudoTerminal terminal = PseudoTerminal.open();
        private final byte[] said = new byte[65_536];
        private int length;
        private volatile long first;
        private volatile long last;

        InstantPeer() {
            Thread.ofPlatform().daemon().start(this::serve);
        }

        String path() {
            return terminal.path();
        }

        /// Lines per second from the first to the last, as the machine saw them.
        double rate() {
            return LINES / ((last - first) / 1e9);
        }

        private void serve() {
            byte[] in = new byte[4096];
            var command = new StringBuilder();
            boolean dollar = false;
            for (int n = terminal.read(in, 1000); n >= 0; n = terminal.read(in, 1000)) {
                for (int i = 0; i < n; i++) {
                    char c = (char) in[i];
                    if (c == '?') {
                        say("<Idle|MPos:0.000,0.000,0.000|FS:0,0>\r\n".getBytes(StandardCharsets.US_ASCII));
                    } else if (c == '$') {
                        dollar = true;
                        command.setLength(0);
                    } else if (c == '\n') {
                        if (dollar) {
                            answer(command.toString());
                        } else {
                            last = System.nanoTime();
                            first = first == 0 ? last : first;
                        }
                        dollar = false;
                        say(OK);
                    } else if (dollar) {
                        command.append(c);
                    }
                }
                if (length > 0) {
                    terminal.write(said, 0, length);
                    length = 0;
                }
            }
        }

        private void answer(String command) {
            switch (command) {
                case "I" -> say("[VER:1.1h:]\r\n[OPT:V,15,128]\r\n".getBytes(StandardCharsets.US_ASCII));
                case "G" -> say("[GC:G0 G54 G17 G21 G90 G94 M5 M9 T0 F0 S0]\r\n".getBytes(StandardCharsets.US_ASCII));
                default -> {
                    // Nothing to say but ok.
                }
            }
        }

        private void say(byte[] bytes) {
            System.arraycopy(bytes, 0, said, length, bytes.length);
            length += bytes.length;
        }

        @Override
        public void close() {
            // Its thread sees the end and ends.
            terminal.close();
        }
    }
}
