package org.commonwright.machine.arduino;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.files.Reason;
import org.commonwright.task.Progress;

/// Makes a program out of a sketch with `arduino-cli compile` (its command reference, version 1).
public final class ArduinoCli {
    private static final Duration AT_MOST = Duration.ofMinutes(15);
    private static final Pattern NO_CORE = Pattern.compile(
            "platform (?:'?([\\w.-]+:[\\w.-]+)'? )?(?:is )?not (?:installed|found)|platform not installed|unknown FQBN",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_HEADER = Pattern.compile("fatal error: ([\\w./+-]+): No such file");
    private static final Pattern ERROR = Pattern.compile("(?m)^(.*?([^/\\\\\\n]+:\\d+)(?::\\d+)?: )error: (.*)$");

    private final Tool cli;

    public ArduinoCli(Tool cli) {
        this.cli = cli;
    }

    /// A sketch that was made into a program.
    ///
    /// @param output all that the tool said
    public record Compiled(HexImage image, String output) {}

    /// Whether a person means a sketch: a folder, or an `.ino` file, whose folder it is.
    public static boolean isSketch(Path path) {
        return Files.isDirectory(path) || String.valueOf(path.getFileName()).endsWith(".ino");
    }

    /// The folder of a sketch; the file of the same name is in it, as Arduino wants it.
    ///
    /// @throws Fault `arduino.no-sketch`
    public static Path folder(Path sketch) {
        Path folder = (Files.isDirectory(sketch) ? sketch : sketch.toAbsolutePath().getParent()).toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(folder.resolve(folder.getFileName() + ".ino"))) {
            throw new Fault("arduino.no-sketch", folder, folder.getFileName() + ".ino");
        }
        return folder;
    }

    /// Takes a minute the first time, seconds later.
    ///
    /// @throws Fault `arduino.no-core`, `arduino.no-library` that say how to get it, `arduino.not-compiled` with the first error
    public Compiled compile(Path sketch, Board board, Progress progress) throws InterruptedException {
        Path folder = folder(sketch);
        try {
            Path out = Files.createTempDirectory("commonwright-sketch");
            try {
                ToolRun.Result ran = ToolRun.run(List.of(cli.program().toString(), "compile", "--no-color", "--fqbn",
                        board.fqbn(), "--output-dir", out.toString(), "--", folder.toString()), out, AT_MOST, progress,
                        _ -> {});
                if (ran.exit() != 0) {
                    throw fault(board, folder, ran);
                }
                return new Compiled(IntelHex.read(out.resolve(folder.getFileName() + ".ino.hex")), ran.output());
            } finally {
                delete(out);
            }
        } catch (IOException e) {
            throw new Fault(e, "arduino.not-written", Reason.of(e));
        }
    }

    private static Fault fault(Board board, Path folder, ToolRun.Result ran) {
        if (NO_CORE.matcher(ran.output()).find()) {
            String[] names = board.fqbn().split(":");
            return new Fault("arduino.no-core", board, names[0] + ":" + names[1]);
        }
        Matcher header = NO_HEADER.matcher(ran.output());
        if (header.find()) {
            return new Fault("arduino.no-library", folder.getFileName(), header.group(1));
        }
        Matcher error = ERROR.matcher(ran.output());
        return error.find()
                ? new Fault("arduino.not-compiled", folder.getFileName(), error.group(2), error.group(3).strip())
                : new Fault("arduino.cli-failed", folder.getFileName(), ran.exit(),
                        ran.output().lines().filter(line -> !line.isBlank()).reduce("", (_, next) -> next).strip());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
