package org.commonwright.cli.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.commonwright.cli.Cli;
import org.commonwright.cli.CliRig;
import org.commonwright.machine.host.HostAddress.Software;
import org.commonwright.machine.host.practice.PracticeHost;
import org.junit.jupiter.api.Test;

class MachineHostCommandTest extends CliRig {
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
