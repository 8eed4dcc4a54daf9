package org.commonwright.machine.arduino;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.files.Reason;
import org.commonwright.task.Progress;

/// Writes a program into a board with `avrdude`, which reads it back and compares.
///
/// The tool is given a file of our own in a folder of our own, with nothing in it but the bytes that were checked; no name and no
/// argument comes from where the program came from.
public final class Flasher {
    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final String IMAGE = "program.hex";

    private final Tool avrdude;
    private final PortTouch touch;

    public Flasher(Tool avrdude, PortTouch touch) {
        this.avrdude = avrdude;
        this.touch = touch;
    }

    /// The port must be closed, and stay closed, while this runs.
    ///
    /// @param name what a person calls the program
    /// @return how it ended; what the tool did not manage is its failure
    /// @throws Fault when the program does not fit the board, or the tool cannot be started
    public FlashResult flash(Board board, String port, String name, HexImage image, FlashWatch watch,
            Progress progress) throws InterruptedException {
        board.mustHold(name, image);
        long start = System.nanoTime();
        watch.at(FlashStage.CONNECTING, 0);
        String at = board.isTouched() ? touch.toBootloader(port, progress) : port;
        ToolRun.Result ran = inFolder(image, folder -> ToolRun.run(command(board, at), folder, AT_MOST, progress,
                new AvrdudeBars(watch::at)::add));
        Optional<Fault> failure = ran.exit() == 0
                ? Optional.empty()
                : Optional.of(AvrdudeSays.fault(board, at, ran.exit(), ran.output()));
        String now = board.isTouched() && failure.isEmpty() ? touch.toSketch(port, at, progress) : port;
        return new FlashResult(board, now, image.size(), (System.nanoTime() - start) / 1e9, ran.output(), failure);
    }

    /// `-D`: the bootloader erases what it writes. Both versions of the command line take options in one word.
    private List<String> command(Board board, String port) {
        List<String> command = new ArrayList<>(List.of(avrdude.program().toString()));
        avrdude.config().ifPresent(file -> command.add("-C" + file));
        command.addAll(List.of("-p" + board.part(), "-c" + board.programmer(), "-P" + port, "-b" + board.baud(), "-D",
                "-Uflash:w:" + IMAGE + ":i"));
        return command;
    }

    private interface InFolder {
        ToolRun.Result run(Path folder) throws InterruptedException;
    }

    private static ToolRun.Result inFolder(HexImage image, InFolder work) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("commonwright-flash");
            try {
                Files.writeString(folder.resolve(IMAGE), image.toHex(), StandardCharsets.US_ASCII);
                return work.run(folder);
            } finally {
                Files.deleteIfExists(folder.resolve(IMAGE));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new Fault(e, "arduino.not-written", Reason.of(e));
        }
    }
}
