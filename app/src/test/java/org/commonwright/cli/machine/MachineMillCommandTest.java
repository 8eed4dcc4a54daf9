package org.commonwright.cli.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator of a mill does from the command line.
class MachineMillCommandTest {
    private static final String MILL = "virtual:grbl?speed=0";

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

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theZerosAreShownAndSet() throws IOException {
        assertEquals(Cli.DONE, run("machine", "coordinates", MILL, "--select", "G55", "--zero", "X5,Y", "--shift", "Z1",
                "--tool-length", "2", "--json"));
        assertEquals("G55", json().path("active").asText());
        assertEquals(-295, json().path("systems").path("G55").path(0).asDouble());
        assertEquals("[5.0,0.0,1.0]", json().path("work_position_mm").toString());
        assertEquals(Cli.DONE, run("machine", "coordinates", MILL));
        assertTrue(text().contains("* G54  X -290.000  Y -190.000") && text().contains("G21  numbers are millimetres"),
                text());
        assertEquals(Cli.BAD_INPUT, run("machine", "coordinates", MILL, "--zero", "W"));
        assertEquals(Cli.BAD_INPUT, run("machine", "coordinates", "virtual:marlin?speed=0"));
    }

    @Test
    void aProbeThatDoesNotTouchIsNo() throws IOException {
        assertEquals(Cli.DONE, run("machine", "probe", MILL, "--to", "Z-20", "--plate", "1", "--json"));
        assertTrue(json().path("touched").asBoolean() && json().path("zeroed").asBoolean());
        assertEquals(-40.97, json().path("machine_mm").path(2).asDouble(), 0.01);
        assertEquals(Cli.NO, run("machine", "probe", MILL, "--to", "Z-0.5"));
        assertTrue(text().contains("touched nothing on 0.500 mm in Z"), text());
        assertEquals(Cli.BAD_INPUT, run("machine", "probe", MILL, "--to", "X1,Z-2"));
        assertEquals(Cli.BAD_INPUT, run("machine", "probe", MILL, "--to", "Z"));
    }

    @Test
    void aRunLooksAtItsProgramFirst() throws IOException {
        String good = Files.writeString(folder.resolve("good.nc"), "G21G90\nG0X-5\nG1X-6F500\nM5\n").toString();
        assertEquals(Cli.DONE, run("machine", "run", MILL, good, "--check-first", "--json"));
        assertEquals("completed", json().path("outcome").asText());
        assertEquals(List.of("machine.preflight-no-spindle"), json().path("findings").findValuesAsText("code"));
        String bad = Files.writeString(folder.resolve("bad.nc"), "G21G90\nG0X-5\nG1X-6F500\nG99\n").toString();
        assertEquals(Cli.BAD_INPUT, run("machine", "run", MILL, bad));
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("first of all bad.nc:4:") && said.lines().count() == 1, said);
        assertEquals(Cli.NO, run("machine", "run", MILL, bad, "--anyway", "--check-first", "--json"));
        assertEquals("refused", json().path("outcome").asText());
        assertTrue(json().path("reason").asText().contains("GRBL refused G99"), text());
    }

    @Test
    void aUsualProgramFitsOnThePracticeMill() throws IOException {
        String part = Files.writeString(folder.resolve("part.nc"),
                "G21 G90\nM3 S8000\nG0 Z5\nG0 X10 Y10\nG1 Z-2 F200\nG1 X150 F800\nG1 Y120\nG0 Z5\nM5\nM2\n").toString();
        assertEquals(Cli.DONE, run("machine", "run", MILL, part));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        assertEquals(Cli.DONE, run("machine", "do", MILL, "home", "--json"));
        assertEquals("[-1.0,-1.0,-1.0]", json().path("machine_position_mm").toString(), this::text);
    }

    @Test
    void aQueueLooksAtItsProgramAsARunDoes() throws IOException {
        String far = Files.writeString(folder.resolve("far.nc"), "G21 G90\nG0 X500 Y900\nG0 X0\nM2\n").toString();
        assertEquals(Cli.DONE, run("machine", "queue", MILL, "add", far));
        assertEquals(Cli.DONE, run("machine", "queue", MILL, "clear-plate"));
        assertEquals(Cli.BAD_INPUT, run("machine", "run", MILL, far));
        String refusal = err.toString(StandardCharsets.UTF_8);
        assertEquals(Cli.BAD_INPUT, run("machine", "queue", MILL, "next"));
        assertEquals(refusal, err.toString(StandardCharsets.UTF_8));
        assertEquals(Cli.DONE, run("machine", "queue", MILL, "--json"));
        assertTrue(json().path("plate_clear").asBoolean(), text());
        assertEquals(1, json().path("items").size());
        run("machine", "queue", MILL, "next", "--anyway");
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("far.nc:2"), err::toString);
        assertEquals(Cli.DONE, run("machine", "queue", MILL, "--json"));
        assertTrue(!json().path("plate_clear").asBoolean(true), text());
    }

    @Test
    void whatIsSetOnlySets() {
        assertEquals(Cli.BAD_INPUT, run("machine", "settings", MILL, "--set", "$N0=G0X-100 M3S1000", "--write"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("$N0=G0X-100 M3S1000 would make the machine act"));
        assertEquals(Cli.BAD_INPUT, run("machine", "settings", MILL, "--set", "$0=11!", "--write"));
        assertEquals(Cli.BAD_INPUT, run("machine", "settings", MILL, "--set", "$0=text", "--write"));
        assertEquals(Cli.DONE, run("machine", "settings", MILL, "--set", "$N0=G21 G90", "--write"));
    }

    @Test
    void aBackupWithAStartLineThatActsIsComparedAndPutBackWithoutIt() throws IOException {
        String file = Files.writeString(folder.resolve("old.settings"),
                "; commonwright machine settings 1\n; dialect: grbl\n; firmware: Grbl 1.1h\n$0=12\n$N0=G28\n")
                .toString();
        assertEquals(Cli.NO, run("machine", "settings", MILL, "--compare", file, "--json"));
        assertTrue(text().contains("\"$N0\"") && text().contains("G28"), text());
        assertEquals(Cli.NO, run("machine", "settings", MILL, "--restore", file, "--write"));
        assertTrue(text().contains("$N0=G28 would make the machine act each time it starts, so it is not put back"),
                text());
        assertEquals(Cli.NO, run("machine", "settings", MILL, "--restore", file, "--write", "--json"));
        assertEquals("$0=12", json().path("lines").path(0).asText());
        assertEquals(1, json().path("lines").size());
        assertEquals(1, json().path("left_out").size());
    }

    @Test
    void aMachineIsToldOneThing() throws IOException {
        assertEquals(Cli.DONE, run("machine", "do", MILL, "flood", "--json"));
        assertEquals("F", json().path("on").asText());
        assertEquals(Cli.DONE, run("machine", "state", MILL, "--json"));
        assertEquals("idle", json().path("state").asText());
        assertEquals(Cli.BAD_INPUT, run("machine", "do", MILL, "resume"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("The machine is not held"), err::toString);
        assertEquals(Cli.BAD_INPUT, run("machine", "do", MILL, "explode"));
    }

    @Test
    void whatItWasBuiltWithIsSaidInWords() throws IOException {
        assertEquals(Cli.DONE, run("machine", "info", MILL, "--json"));
        assertEquals("has mist coolant (M7)", json().path("options").path("M").asText());
    }
}
