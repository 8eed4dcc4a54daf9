package org.commonwright.machine.arduino;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/// An ATmega328P of simavr that runs Arduino's own optiboot, with its serial port on a pseudo-terminal. Its program is compiled
/// for the test.
final class SimulatedUno implements AutoCloseable {
    private static final Path BOOTLOADER = Path
            .of("/usr/share/arduino/hardware/arduino/avr/bootloaders/optiboot/optiboot_atmega328.hex");
    private static final List<Path> NEEDED = List.of(BOOTLOADER, Path.of("/usr/include/simavr/sim_avr.h"),
            Path.of("/usr/bin/avrdude"), Path.of("/usr/bin/gcc"));

    private final Process process;
    private final String port;

    private SimulatedUno(Process process, String port) {
        this.process = process;
        this.port = port;
    }

    /// Skips the test where what it needs is not installed.
    static SimulatedUno start(Path folder) throws IOException, InterruptedException {
        Optional<Path> missing = NEEDED.stream().filter(path -> !Files.exists(path)).findFirst();
        Assumptions.assumeTrue(missing.isEmpty(), () -> missing.get()
                + " is not there; for this test: sudo apt install gcc simavr libsimavr-dev arduino-core-avr avrdude");
        Path source = folder.resolve("simulated-uno.c");
        try (InputStream in = SimulatedUno.class.getResourceAsStream("simulated-uno.c")) {
            Files.write(source, in.readAllBytes());
        }
        Path program = folder.resolve("simulated-uno");
        Process gcc = new ProcessBuilder("gcc", "-O2", "-o", program.toString(), source.toString(), "-lsimavr")
                .redirectErrorStream(true).start();
        String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assumptions.assumeTrue(gcc.waitFor() == 0, () -> "gcc cannot make the simulated board: " + said);
        Path bootloader = folder.resolve("optiboot.hex");
        Files.writeString(bootloader, IntelHex.parse("optiboot", optiboot()).toHex());
        Process board = new ProcessBuilder(program.toString(), bootloader.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader reader = board.inputReader();
        return new SimulatedUno(board, reader.readLine());
    }

    /// Debian's is some bytes too long, and its mark of the version lies over its own code: the mark is left out.
    private static String optiboot() throws IOException {
        return Files.readString(BOOTLOADER).lines().filter(line -> !line.startsWith(":027FFE"))
                .collect(Collectors.joining("\n"));
    }

    String port() {
        return port;
    }

    /// It ends when its input does.
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
