package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.Interrupts;
import org.commonwright.cli.frame.Shown;
import org.commonwright.error.Fault;
import org.commonwright.files.Reason;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.arduino.BoardPort;
import org.commonwright.machine.arduino.LineEnding;
import org.commonwright.machine.arduino.MonitorLine;
import org.commonwright.machine.arduino.MonitorStamp;
import org.commonwright.machine.arduino.PlotCsv;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `machine monitor`: what a board says, as text, as JSON lines, or its numbers as CSV.
final class MachineMonitorCommand {
    private static final int MOST_WAITING = 100_000;
    private static final int LOOK_MILLIS = 50;

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "PORT", description = "the board's port, or virtual:arduino")
        private String port = "";

        @Option(names = "--baud", paramLabel = "N", description = "bits a second (9600 if not given)")
        private int baud;

        @Option(names = "--seconds", paramLabel = "S", description = "how long to listen; without it until Ctrl+C")
        private double seconds = Double.POSITIVE_INFINITY;

        @Option(names = "--send", paramLabel = "LINE", description = "sends a line at the beginning; may be given again")
        private List<String> send = List.of();

        @Option(names = "--ending", paramLabel = "SIGN", defaultValue = "lf", description = "behind each line that is sent: none, lf, cr or crlf")
        private String ending = "lf";

        @Option(names = "--timestamps", description = "puts the time before each line")
        private boolean timestamps;

        @Option(names = "--hex", description = "shows all bytes as numbers")
        private boolean hex;

        @Option(names = "--csv", description = "prints the numbers in the lines as a table, as the plotter reads them")
        private boolean csv;

        @Option(names = "--save", paramLabel = "FILE", description = "writes it into a file too")
        private @Nullable Path save;

        @Option(names = "--json", description = "one JSON object for each line")
        private boolean json;
    }

    MachineMonitorCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() throws InterruptedException {
        Port port = withBaud(Port.parse(options.port));
        LineEnding ending = LineEnding.of(options.ending);
        BlockingQueue<MonitorLine> lines = new ArrayBlockingQueue<>(MOST_WAITING);
        var missed = new AtomicLong();
        if (!(options.seconds >= 0)) {
            throw new Fault("arduino.bad-seconds", String.valueOf(options.seconds));
        }
        try (var interrupts = new Interrupts()) {
            Progress progress = interrupts.cancelledOnExit(context.progress());
            // The file is emptied only when there is a port to hear.
            try (BoardPort board = BoardPort.open(new Machines(), port, BoardPort.USUAL_BAUD,
                    "commonwright machine monitor",
                    InstantSource.system(), line -> missed.addAndGet(lines.offer(line) ? 0 : 1));
                    Output output = output()) {
                options.send.forEach(line -> board.monitor().send(line, ending));
                listen(board, lines, output, progress);
            }
            if (missed.get() > 0) {
                context.err().println(context.messages().get("arduino.says-missed", missed.get()));
            }
        }
        return Exit.DONE;
    }

    private Port withBaud(Port port) {
        if (options.baud == 0) {
            return port;
        }
        if (options.baud < 0 || !(port instanceof Port.Serial serial)) {
            throw new Fault("arduino.no-baud", options.baud, port);
        }
        return new Port.Serial(serial.path(), options.baud);
    }

    private void listen(BoardPort board, BlockingQueue<MonitorLine> lines, Output output, Progress progress)
            throws InterruptedException {
        long end = options.seconds < 1e9
                ? System.nanoTime() + (long) (options.seconds * 1e9)
                : Long.MAX_VALUE;
        List<MonitorLine> batch = new ArrayList<>();
        while (System.nanoTime() < end && !progress.cancelled()) {
            MonitorLine first = lines.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                board.monitor().lost().ifPresent(fault -> {
                    throw fault;
                });
                continue;
            }
            batch.add(first);
            lines.drainTo(batch);
            output.print(batch);
            batch.clear();
        }
        if (!board.monitor().log().unfinished().isEmpty()) {
            output.print(board.monitor().log().received(new byte[]{'\n'}, 1));
        }
    }

    /// Where the lines go.
    private interface Output extends AutoCloseable {
        void print(List<MonitorLine> lines);

        @Override
        void close();
    }

    private Output output() {
        var csv = new PlotCsv();
        Writer file = file();
        PrintStream out = context.out();
        return new Output() {
            @Override
            public void print(List<MonitorLine> lines) {
                for (MonitorLine line : lines) {
                    for (String text : options.csv ? csv.rows(line) : List.of(text(line))) {
                        out.println(text);
                        write(file, text);
                    }
                }
                out.flush();
            }

            @Override
            public void close() {
                write(file, null);
            }
        };
    }

    private String text(MonitorLine line) {
        if (options.json) {
            return Shown.json(new ObjectMapper().createObjectNode().put("at", line.at().toString())
                    .put("text", line.text()).put("hex", line.hex()).toString());
        }
        String text = options.hex ? line.hex() : line.text();
        return options.timestamps ? MonitorStamp.of(line.at()) + "  " + text : text;
    }

    private @Nullable Writer file() {
        Path save = options.save;
        if (save == null) {
            return null;
        }
        try {
            return Files.newBufferedWriter(save, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Fault(e, "arduino.not-saved", save, Reason.of(e));
        }
    }

    /// @param line null for the end
    private void write(@Nullable Writer file, @Nullable String line) {
        if (file == null) {
            return;
        }
        try {
            if (line == null) {
                file.close();
            } else {
                file.write(line + "\n");
            }
        } catch (IOException e) {
            throw new Fault(e, "arduino.not-saved", options.save, Reason.of(e));
        }
    }
}
