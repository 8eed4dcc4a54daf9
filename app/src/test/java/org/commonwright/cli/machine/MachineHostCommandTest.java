package org.commonwright.cli.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.cli.Cli;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.host.HostAddress.Software;
import org.commonwright.machine.host.practice.PracticeHost;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineHostCommandTest {
    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new Cli(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), new Messages(Locale.UK), AppFolders.under(folder))
                .run(List.of(arguments));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    @Test
    void aHostIsAskedRunAndRemembered() throws IOException {
        String key = Files.writeString(folder.resolve("key"), "Tj3s9k\n").toString();
        String program = Files.writeString(folder.resolve("part.gcode"), "G28\nG1 X10\n").toString();
        try (var host = PracticeHost.start(Software.OCTOPRINT, 0, "Tj3s9k", 0)) {
            String port = host.address().toString();
            assertEquals(Cli.BAD_INPUT, run("machine", "info", port));
            assertTrue(err.toString().contains("machine key " + port), err::toString);
            assertEquals(Cli.DONE, run("machine", "info", port, "--key-file", key, "--json"));
            assertEquals("OctoPrint", json().path("host").asText());
            assertEquals("ready", json().path("state").asText());
            assertEquals(Cli.BAD_INPUT, run("machine", "run", port, program), "a key file is not kept");
            assertEquals(Cli.DONE, run("machine", "key", port, "--key-file", key));
            assertEquals(Cli.DONE, run("machine", "run", port, program, "--json"), err::toString);
            assertEquals("completed", json().path("outcome").asText());
            assertEquals("commonwright/part.gcode", json().path("file").asText());
            assertTrue(json().path("journal").isNull() && json().path("executed").isNull());
            assertEquals(Cli.DONE, run("machine", "run", port, program));
            assertTrue(out.toString().contains("no journal"), out::toString);
            assertEquals(Cli.DONE, run("machine", "list"));
            assertTrue(out.toString().contains(port) && !out.toString().contains("Tj3s9k"), out::toString);
            assertEquals(Cli.BAD_INPUT, run("machine", "settings", port));
            assertTrue(err.toString().contains("gets whole programs"), err::toString);
            assertEquals(Cli.DONE, run("machine", "key", port, "--forget"));
            assertEquals(Cli.NO, run("machine", "key", port, "--forget"));
            run("machine", "list");
            assertFalse(out.toString().contains(port), out::toString);
        }
    }
}
