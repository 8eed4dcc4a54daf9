package org.commonwright.machine.arduino;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way: a simulated Uno is written to by the real avrdude through Arduino's bootloader, and the monitor, which had the
/// port before, talks to the new sketch.
class FlashTest {
    /// The simulated processor shares this one's time; when that is short, it answers later than avrdude waits.
    private static final int TRIES = 6;

    @TempDir
    Path folder;

    @Test
    void theMonitorLetsThePortGoAndHearsTheSketchThatWasWritten() throws IOException, InterruptedException {
        try (SimulatedUno uno = SimulatedUno.start(folder)) {
            var machines = new Machines();
            Port port = new Port.Serial(uno.port(), 0);
            var tools = new ToolFinder(Map.of("PATH", "/usr/bin"), folder, "Linux");
            var flasher = new Flasher(tools.avrdude(Optional.empty()), PortTouch.real());
            HexImage image = IntelHex.read(
                    Path.of(System.getProperty("commonwright.root", ".."),
                            "app/src/test/resources/org/commonwright/machine/arduino/hello.hex"));
            try (BoardPort board = BoardPort.open(machines, port, BoardPort.USUAL_BAUD, "a test",
                    InstantSource.system(), _ -> {})) {
                Set<FlashStage> stages = EnumSet.noneOf(FlashStage.class);
                List<String> holders = new ArrayList<>();
                FlashWatch watch = (stage, fraction) -> {
                    assertTrue(fraction >= 0 && fraction <= 1, () -> "fraction " + fraction);
                    if (stages.add(stage)) {
                        holders.add(assertThrows(Fault.class, () -> machines.hold(port, "another"), "held").arguments()
                                .get(1).toString());
                    }
                };
                FlashResult result = flash(board, flasher, image, watch);
                assertEquals(Optional.empty(), result.failure(), result::output);
                assertEquals(image.size(), result.bytes());
                assertEquals(EnumSet.allOf(FlashStage.class), stages);
                assertTrue(holders.stream().allMatch("a test: hello.hex → Arduino Uno"::equals), holders::toString);

                assertTrue(comes(() -> heard(board, "hello from the sketch")), () -> said(board));
                assertTrue(answers(board), () -> said(board));
                assertThrows(Fault.class, () -> machines.hold(port, "another"), "the monitor has the port again");
            }
            machines.hold(port, "whoever comes next").close();
        }
    }

    private static FlashResult flash(BoardPort board, Flasher flasher, HexImage image, FlashWatch watch)
            throws InterruptedException {
        FlashResult result = board.flash(flasher, Board.UNO, "hello.hex", image, watch, Progress.NONE);
        for (int left = TRIES; left > 1 && result.failure().isPresent(); left--) {
            result = board.flash(flasher, Board.UNO, "hello.hex", image, watch, Progress.NONE);
        }
        return result;
    }

    /// Opening the port has started the board anew, and what is said to its bootloader is lost.
    private static boolean answers(BoardPort board) throws InterruptedException {
        for (int left = TRIES; left > 0; left--) {
            board.monitor().send("x", LineEnding.NONE);
            if (comes(() -> heard(board, "got x"), 150)) {
                return true;
            }
        }
        return false;
    }

    /// At the end of a line: a board that was started anew had perhaps begun to say something, and that line has no end.
    private static boolean heard(BoardPort board, String text) {
        return board.monitor().log().all().stream().anyMatch(line -> !line.sent() && line.text().endsWith(text));
    }

    private static String said(BoardPort board) {
        return board.monitor().log().all().stream().map(MonitorLine::text).toList().toString();
    }

    private static boolean comes(BooleanSupplier what) throws InterruptedException {
        return comes(what, 1500);
    }

    private static boolean comes(BooleanSupplier what, int most) throws InterruptedException {
        for (int i = 0; i < most && !what.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        return what.getAsBoolean();
    }
}
