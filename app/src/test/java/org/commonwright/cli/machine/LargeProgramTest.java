package org.commonwright.cli.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.cli.CliRig;
import org.junit.jupiter.api.Test;

/// An ordinary program, every byte of it written: it is read, or one sentence says that it is too large and what to do.
/// `-Dcommonwright.program-mb=2050` writes one of 2 GB.
class LargeProgramTest extends CliRig {
    private static final int MEGABYTES = Integer.getInteger("commonwright.program-mb", 1);

    private Path write() throws IOException {
        var block = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            block.append(
                    String.format(Locale.ROOT, "G1 X%d.%03d Y%d.%03d F%d%n", i % 250, i % 997, i * 7 % 180, i % 991,
                            600 + i % 900));
        }
        byte[] bytes = block.toString().getBytes(StandardCharsets.US_ASCII);
        Path file = folder.resolve("large.nc");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("G21G90\n".getBytes(StandardCharsets.US_ASCII));
            for (long written = 0; written < MEGABYTES * 1_000_000L; written += bytes.length) {
                out.write(bytes);
            }
        }
        return file;
    }

    @Test
    void itIsReadOrSaidToBeTooLarge() throws IOException {
        String file = write().toString();
        for (List<String> command : List.of(List.of("gcode", "info", file),
                List.of("machine", "check", "virtual:grbl", file))) {
            int code = run(command.toArray(String[]::new));
            String said = err();
            assertTrue(code <= 1 && said.isEmpty() || code == 2 && said.lines().count() == 1, code + ": " + said);
            assertEquals(MEGABYTES > 1100, code == 2, said);
        }
    }
}
