package org.commonwright.cli.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonwright.cli.Cli;
import org.commonwright.cli.CliRig;
import org.junit.jupiter.api.Test;

class MachinePrinterCommandsTest extends CliRig {
    private static final String PRINTER = "virtual:marlin?speed=0";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void temperaturesAreTold() throws IOException {
        assertEquals(Cli.BAD_INPUT, run("machine", "temperatures", PRINTER, "--nozzle", "200"));
        assertTrue(err().startsWith("Say --watch"), err());
        assertEquals(Cli.BAD_INPUT, run("machine", "temperatures", PRINTER, "--bed", "900", "--stay"));
        assertTrue(err().startsWith("Bed: 900 °C cannot be meant."), err());
        assertEquals(Cli.DONE, run("machine", "temperatures", PRINTER, "--bed", "60", "--stay", "--json"));
        assertEquals(List.of("T", "B", "C"), json().path("heaters").findValuesAsText("heater"));
        assertEquals(60, json().path("heaters").path(1).path("target").asInt());
    }

    @Test
    void filamentIsRefusedCold() {
        assertEquals(Cli.BAD_INPUT, run("machine", "extrude", PRINTER, "5"));
        assertTrue(err().startsWith("The nozzle has 21 °C, and the firmware pushes filament from 170 °C on."), err());
    }

    @Test
    void theCardIsUsed() throws IOException {
        assertEquals(Cli.DONE, run("machine", "sd", PRINTER, "list", "--json"));
        assertEquals("Cube 20 mm.gcode", json().path("files").path(0).path("title").asText());
        Path program = Files.writeString(folder.resolve("lid.gcode"), "G28\nG1 X5 F1000\n");
        assertEquals(Cli.DONE, run("machine", "sd", PRINTER, "upload", program.toString(), "--json"));
        assertEquals("LID.GCO", json().path("name").asText());
        assertEquals("completed", json().path("outcome").asText());
        assertEquals(Cli.BAD_INPUT, run("machine", "sd", PRINTER, "delete"));
        assertEquals(Cli.BAD_INPUT, run("machine", "sd", "virtual:grbl", "list"));
        assertEquals("This machine has no card, as far as its firmware says.", err());
    }

    @Test
    void aQuestionInARunIsToldAndAnswered() throws IOException {
        Path program = Files.writeString(folder.resolve("ask.gcode"), "G28\nM0\nG1 X5 F1000\nM600\nG1 X0\n");
        assertEquals(Cli.DONE, run("machine", "run", PRINTER, program.toString(), "--answer", "1"));
        assertTrue(err().contains("The printer asks: M0/1 Break Called\n  0  Continue"), err());
        assertTrue(err().contains("The printer asks: Paused\n  0  PurgeMore\n  1  Continue"), err());
    }

    @Test
    void aPrinterIsAdjustedAndItsFilamentChanged() throws IOException {
        assertEquals(Cli.DONE, run("machine", "adjust", PRINTER, "--feed", "120", "--z", "0.05", "--level", "--json"));
        assertEquals(120, json().path("feed").asInt());
        assertEquals("Bilinear Leveling Grid:", json().path("bed").path(0).asText());
        assertEquals(Cli.BAD_INPUT, run("machine", "adjust", PRINTER));
        assertEquals(Cli.DONE, run("machine", "filament", PRINTER, "--answer", "1"));
        assertTrue(err().contains("The printer asks: Nozzle Parked"), err());
    }
}
