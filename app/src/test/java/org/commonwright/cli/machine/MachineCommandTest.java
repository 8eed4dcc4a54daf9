package org.commonwright.cli.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commonwright.cli.Cli;
import org.commonwright.cli.CliRig;
import org.commonwright.machine.journal.Journal;
import org.commonwright.machine.journal.JournalHead;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.protocol.Program;
import org.junit.jupiter.api.Test;

class MachineCommandTest extends CliRig {
    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("part.nc"), text).toString();
    }

    @Test
    void thePortsThereAre() throws IOException {
        assertEquals(Cli.DONE, run("machine", "list", "--json"));
        assertTrue(
                json().path("ports").findValuesAsText("port").containsAll(List.of("virtual:grbl", "virtual:marlin")));
        assertEquals(Cli.DONE, run("machine", "list"));
    }

    @Test
    void whatAMachineSaysItIs() throws IOException {
        assertEquals(Cli.DONE, run("machine", "info", "virtual:grbl", "--json"));
        assertEquals("Grbl", json().path("firmware").asText());
        assertEquals("1.1h", json().path("version").asText());
        assertEquals(128, json().path("receive_bytes").asInt());
        assertEquals("idle", json().path("state").asText());
        assertEquals(Cli.DONE, run("machine", "info", "virtual:marlin"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("Marlin 2.1.2"), out::toString);
    }

    @Test
    void aRunThatCompletes() throws IOException {
        assertEquals(Cli.DONE, run("machine", "run", "virtual:grbl", file("G21G90\nG0X5\n(end)\n"), "--json"));
        assertEquals("completed", json().path("outcome").asText());
        for (String count : List.of("lines", "acknowledged", "executed")) {
            assertEquals(3, json().path(count).asInt(), count);
        }
        assertEquals(0, json().path("resends").asInt());
        assertTrue(json().path("errors").isArray() && json().path("errors").isEmpty());
        assertTrue(json().path("seconds").isNumber());
        assertEquals(Cli.DONE, run("machine", "journal"));
        assertEquals("Every run came to its end.\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aRunThatFailsIsNoAndLeavesSomethingToLookAt() throws IOException {
        String program = file("G21G90F500\nG1X5Y5Z5\nG1X6\nG1X7\nG99\nG1X8\n");
        assertEquals(Cli.NO, run("machine", "run", "virtual:grbl", program, "--anyway", "--json"));
        assertEquals("failed", json().path("outcome").asText());
        assertEquals(5, json().path("errors").path(0).path("line").asInt());
        String text = json().path("errors").path(0).path("text").asText();
        assertTrue(text.contains("G99"), text);
        assertTrue(json().path("errors").path(0).path("message").isMissingNode());
        assertEquals(4, json().path("acknowledged").asInt());
        String id = json().path("journal").asText();

        assertEquals(Cli.DONE, run("machine", "journal", "--json"));
        JsonNode entry = json().path("journals").path(0);
        assertEquals(id, entry.path("id").asText());
        assertEquals("$H", entry.path("resume").path("lines").path(0).asText());
        Path resume = folder.resolve("resume.nc");
        assertEquals(Cli.DONE, run("machine", "journal", id, "--write", resume.toString()));
        assertTrue(Files.readString(resume).startsWith("$H\n"));

        bad("resumd is no value for --settle", "machine", "journal", id, "--settle", "resumd");
        assertEquals(Cli.DONE, run("machine", "journal", id, "--settle", "scrapped"));
        assertEquals(Cli.DONE, run("machine", "journal", "--json"));
        assertTrue(json().path("journals").isEmpty());
        assertEquals(Cli.DONE, run("machine", "journal", "--all", "--json"));
        assertEquals("scrapped", json().path("journals").path(0).path("settled").asText());
        assertEquals(Cli.NO, run("machine", "run", "virtual:grbl", program, "--anyway"));
        assertEquals(2, out.toString(StandardCharsets.UTF_8).split("GRBL refused G99", -1).length, out::toString);
    }

    @Test
    void aRunOfAJobIsSettledWithTheJob() throws IOException {
        Program program = Program.of("plate.nc", "G21G90\nG0X5\nG0X6\n");
        Path journals = Journals.folder(folders());
        var head = new JournalHead("20260301T100000Z-x", "job-1", program.name(), program.hash(), program.lines(),
                "virtual:grbl", "grbl", "Grbl 1.1h", Instant.parse("2026-03-01T10:00:00Z"), "999999999@killed");
        Journal.begin(journals, head, program).close();
        bad("made a piece of the job job-1", "machine", "journal", head.id(), "--settle", "scrapped");
        assertEquals(Optional.empty(), Journals.find(journals, head.id()).settled());
    }

    @Test
    void aDamagedJournalAndALostProgramHideNoOther() throws IOException {
        Path journals = Journals.folder(folders());
        for (String name : List.of("a", "b", "c")) {
            Program program = Program.of(name + ".nc", "G21G90\nG0X5\n(" + name + ")\n");
            var head = new JournalHead("20260301T100000Z-" + name, "", program.name(), program.hash(), program.lines(),
                    "virtual:grbl", "grbl", "Grbl 1.1h", Instant.parse("2026-03-01T10:00:00Z"), "999999999@killed");
            Journal.begin(journals, head, program).close();
            if (name.equals("b")) {
                Files.delete(journals.resolve("programs/" + program.hash().hex() + ".gcode"));
            }
        }
        Path damaged = journals.resolve("20260301T100000Z-a.journal");
        Journals.settle(journals, Journals.find(journals, "20260301T100000Z-a").head(), "scrapped", Instant.EPOCH);
        Files.writeString(damaged, Files.readString(damaged).replaceFirst("begin", "began"));
        Files.copy(journals.resolve("20260301T100000Z-c.journal"),
                journals.resolve("20260301T100000Z-c (copy).journal"));
        assertEquals(Cli.NO, run("machine", "journal", "--json"));
        assertEquals(List.of("20260301T100000Z-b", "20260301T100000Z-c"),
                json().path("journals").findValuesAsText("id"));
        assertEquals(3, json().path("damaged").size(), out::toString);
        assertEquals(3, err.toString(StandardCharsets.UTF_8).lines().count(), err::toString);
        assertEquals(Cli.DONE, run("machine", "journal", "20260301T100000Z-c"), err::toString);
        assertEquals(Cli.DONE, run("machine", "history"), err::toString);
        assertEquals(Cli.BAD_INPUT, run("machine", "journal", "20260301T100000Z-b"));
        bad("is damaged at its beginning", "machine", "journal", "20260301T100000Z-a");
    }

    @Test
    void badInputIsSaidInOneSentenceAndNothingIsSent() throws IOException {
        bad("virtual:klipper is no port", "machine", "info", "virtual:klipper");
        bad("There is no port /dev/nothing-here", "machine", "info", "/dev/nothing-here");
        bad("could not be read", "machine", "run", "virtual:grbl", folder.resolve("none.nc").toString());
        bad("part.nc would go wrong on this machine: 4 errors, first of all part.nc:2: The line has 97 bytes",
                "machine", "run", "virtual:grbl",
                file("G0X1\nG1" + "X1.00000000".repeat(8) + "Y12345\n"));
        assertFalse(Files.exists(folder.resolve("data/journals")) && Files.list(folder.resolve("data/journals"))
                .anyMatch(path -> path.toString().endsWith(".journal")));
        bad("There is no journal nosuch", "machine", "journal", "nosuch");
        bad("choose grbl, marlin or arduino", "machine", "simulate", "klipper");
        for (String port : List.of("-5", "99999")) {
            bad(port + " is no TCP port", "machine", "simulate", "grbl", "--tcp", port);
            bad(port + " is no TCP port", "machine", "simulate", "octoprint", "--tcp", port);
        }
        for (String speed : List.of("NaN", "-1.0", "Infinity")) {
            bad("The speed " + speed + " is no number", "machine", "simulate", "grbl", "--speed", speed);
            bad("The speed " + speed + " is no number", "machine", "simulate", "moonraker", "--speed", speed);
        }
        bad("lost_ok@12", "machine", "simulate", "grbl", "--fault", "gremlins");
    }

    private void bad(String says, String... arguments) {
        assertEquals(Cli.BAD_INPUT, run(arguments));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains(says) && said.lines().count() == 1, said);
    }
}
