package org.commonwright.machine.arduino;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.commonwright.error.Fault;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsTest {
    @TempDir
    Path home;

    @BeforeEach
    void notOnWindows() {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"),
                "the tools here are shell scripts");
    }

    private Path tool(String where, String script) throws IOException {
        Path file = home.resolve(where);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    private ToolFinder finder(String path) {
        return new ToolFinder(Map.of("PATH", path), home, "Linux");
    }

    @Test
    void avrdudeIsFoundInThePathThenInTheFoldersOfTheIde() throws IOException {
        Assumptions.assumeFalse(Files.exists(Path.of("/usr/share/arduino/hardware/tools/avr/bin/avrdude")),
                "an IDE 1 is installed here");
        assertEquals("arduino.no-avrdude",
                assertThrows(Fault.class, () -> finder("").avrdude(Optional.empty())).code());
        Path old = tool("arduino-1.8.19/hardware/tools/avr/bin/avrdude", "");
        assertEquals(old, finder("").avrdude(Optional.empty()).program());
        tool(".arduino15/packages/arduino/tools/avrdude/6.3.0-arduino9/bin/avrdude", "");
        Path newest = tool(".arduino15/packages/arduino/tools/avrdude/6.3.0-arduino17/bin/avrdude", "");
        tool(".arduino15/packages/MiniCore/tools/avrdude/8.0.0/bin/avrdude", "");
        Path config = newest.getParent().resolveSibling("etc").resolve("avrdude.conf");
        Files.createDirectories(config.getParent());
        Files.writeString(config, "");
        assertEquals(new Tool(newest, Optional.of(config)), finder("").avrdude(Optional.empty()));
        Path first = tool("bin/avrdude", "");
        assertEquals(first, finder("relative:" + home.resolve("bin")).avrdude(Optional.empty()).program());
        assertEquals(old, finder("").avrdude(Optional.of(old)).program());
        assertEquals("arduino.no-tool",
                assertThrows(Fault.class, () -> finder("").avrdude(Optional.of(home))).code());
        assertEquals("arduino.no-cli",
                assertThrows(Fault.class, () -> finder("").arduinoCli(Optional.empty())).code());
    }

    @Test
    void aToolThatDoesNotEndIsStoppedAndSoIsOneThatAPersonCancels() throws IOException {
        List<String> endless = List.of(tool("endless", "echo begun; while :; do sleep 0.1; done").toString());
        assertEquals("arduino.tool-too-long", assertThrows(Fault.class,
                () -> ToolRun.run(endless, home, Duration.ofMillis(200), Progress.NONE, _ -> {})).code());
        var cancelled = new AtomicBoolean();
        assertThrows(CancelledFault.class, () -> ToolRun.run(endless, home, Duration.ofMinutes(1),
                Progress.silent(cancelled::get), _ -> cancelled.set(true)));
    }

    @Test
    void aToolGetsNoInputAndFewVariablesAndItsOutputIsBounded() throws IOException, InterruptedException {
        List<String> talker = List.of(tool("talker", "env; cat; yes 0123456789 | head -c 3000000; exit 3").toString());
        ToolRun.Result ran = ToolRun.run(talker, home, Duration.ofMinutes(1), Progress.NONE, _ -> {});
        assertEquals(3, ran.exit());
        assertEquals(1_000_000, ran.output().length());
        assertTrue(ran.output().contains("LC_ALL=C\n") && !ran.output().contains("COMMONWRIGHT"), ran::output);
    }

    @Test
    void aSketchIsMadeIntoAProgramByArduinoCli() throws IOException, InterruptedException {
        Path sketch = Files.createDirectories(home.resolve("-blink"));
        assertEquals("arduino.no-sketch", assertThrows(Fault.class, () -> ArduinoCli.folder(sketch)).code());
        Files.writeString(sketch.resolve("-blink.ino"), "void setup() {}\nvoid loop() {}\n");
        Path cli = tool("bin/arduino-cli", """
                test "$1 $2 $3 $4 $5 $7" = "compile --no-color --fqbn arduino:avr:uno --output-dir --" || exit 9
                test "$8" = "%s" || exit 8
                echo ':01000000AA55' > "$6/-blink.ino.hex"
                echo ':00000001FF' >> "$6/-blink.ino.hex"
                """.formatted(sketch));
        BoardProgram made = BoardProgram.of(sketch.resolve("-blink.ino"), Board.UNO, finder(""), Optional.of(cli),
                Progress.NONE);
        assertEquals(1, made.image().size());
        assertEquals("-blink", made.name());
        assertEquals("arduino.no-core", compile(sketch,
                "echo \"Error during build: Platform 'arduino:avr' not found: platform not installed\"; exit 1"));
        assertEquals("arduino.no-library",
                compile(sketch, "echo '/x/blink.ino:1:10: fatal error: Servo.h: No such file or directory'; exit 1"));
        assertEquals("arduino.not-compiled",
                compile(sketch, "echo '/x/blink.ino:3:5: error: oh was not declared'; exit 1"));
        assertEquals("arduino.cli-failed", compile(sketch, "echo 'something else'; exit 4"));
    }

    private String compile(Path sketch, String script) throws IOException {
        var cli = new ArduinoCli(new Tool(tool("bin/arduino-cli", script), Optional.empty()));
        return assertThrows(Fault.class, () -> cli.compile(sketch, Board.UNO, Progress.NONE)).code();
    }
}
