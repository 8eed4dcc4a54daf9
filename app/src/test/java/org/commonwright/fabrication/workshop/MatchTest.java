package org.commonwright.fabrication.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchTest {
    @TempDir
    Path folder;

    private final MachineProfile mill = new MachineProfile("mill", List.of("cnc-milling"), new Envelope(300, 200, 60),
            List.of("aluminium", "MDF"), 0.1, "virtual:grbl");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cnc-milling  | Aluminium EN AW-5083 | 300   | 200 | 60 | 0.1  | ''
            cnc-milling  | mdf                  | 1     | 1   | 1  | 0.5  | ''
            cnc-milling  | ''                   | 1     | 1   | 1  |      | ''
            fdm-printing | MDF                  | 1     | 1   | 1  |      | process
            cnc-milling  | aluminium-bronze     | 1     | 1   | 1  |      | material
            cnc-milling  | MDF                  | 300.1 | 1   | 61 |      | envelope-x envelope-z
            cnc-milling  | MDF                  | 200   | 300 | 1  |      | envelope-y
            cnc-milling  | MDF                  | 1     | 1   | 1  | 0.05 | tolerance
            laser-cutting| steel                | 999   | 999 | 99 | 0.01 | process material envelope-x envelope-y envelope-z tolerance
            """)
    void everyReasonIsNamed(String process, String material, double x, double y, double z, Double tolerance,
            String fields) {
        var job = new Requirement(process, material, new Envelope(x, y, z), tolerance);
        Match match = Match.of(mill, job);
        assertEquals(fields, match.refusals().stream().map(Refusal::field).collect(Collectors.joining(" ")));
        assertEquals(fields.isEmpty(), match.fits());
    }

    @Test
    void aRefusalSaysWhatIsRequiredAndWhatIsOffered() {
        var job = new Requirement("cnc-milling", "MDF", new Envelope(300.125, 1, 1), null);
        Refusal refusal = Match.of(mill, job).refusals().getFirst();
        assertEquals(new Refusal("envelope-x", "300.125 mm", "300 mm"), refusal);
        String french = new Messages(Locale.FRANCE).get(refusal.reason().key(), refusal.reason().arguments());
        assertEquals("Le travail demande 300,125 mm selon x\u202f; la machine a 300 mm.", french);
    }

    @Test
    void whoDoesNotSayItsToleranceKeepsNone() {
        var vague = new MachineProfile("saw", List.of("cnc-milling"), new Envelope(9, 9, 9), List.of("*"), null, "x");
        assertTrue(Match.of(vague, new Requirement("cnc-milling", "gold", new Envelope(1, 1, 1), null)).fits());
        assertEquals("tolerance", Match.of(vague, new Requirement("cnc-milling", "", new Envelope(1, 1, 1), 5.0))
                .refusals().getFirst().field());
    }

    @ParameterizedTest
    @CsvSource({"print, fdm-printing", "Mill, cnc-milling", "laser, laser-cutting", "FDM Printing, fdm-printing",
            "cnc-milling, cnc-milling", "water jet, water-jet"})
    void processesHaveOneName(String written, String name) {
        assertEquals(name, Processes.named(written));
    }

    @Test
    void withoutAFileThereIsThePracticeWorkshop() {
        Workshop workshop = new WorkshopFile(folder.resolve("workshop.toml")).read();
        assertEquals(List.of("virtual:marlin?speed=60", "virtual:grbl?speed=60"),
                workshop.machines().stream().map(MachineProfile::port).toList());
    }

    @Test
    void theFileIsRead() throws IOException {
        Workshop workshop = read("""
                format = "commonwright-workshop-1"
                name = "Atelier du canal"

                [[machine]]
                name = "fraiseuse"
                port = "/dev/ttyUSB0"
                processes = ["mill", "laser"]
                envelope_mm = [300, 200.5, 60]
                materials = ["MDF"]
                tolerance_mm = 0.1

                [[machine]]
                name = "traceur"
                port = "tcp://plotter:23"
                processes = ["plot"]
                envelope_mm = [420, 297, 10]
                materials = ["*"]
                """);
        assertEquals("Atelier du canal", workshop.name());
        MachineProfile mill = workshop.machine("fraiseuse").orElseThrow();
        assertEquals(List.of("cnc-milling", "laser-cutting"), mill.processes());
        assertEquals(new Envelope(300, 200.5, 60), mill.envelope());
        assertEquals(null, workshop.machine("traceur").orElseThrow().toleranceMm());
    }

    @ParameterizedTest
    @ValueSource(strings = {"name = \"x\"", "format = \"commonwright-workshop-2\"\nname = \"x\"",
            "format = \"commonwright-workshop-1\"\n[[machine]]\nname = \"m\"\nport = \"p\"\nprocesses = [\"mill\"]\nenvelope_mm = [1, 2]\nmaterials = [\"*\"]",
            "format = \"commonwright-workshop-1\"\n[[machine]]\nname = \"m\"\nport = \"p\"\nprocesses = []\nenvelope_mm = [1, 2, 3]\nmaterials = [\"*\"]",
            "format = \"commonwright-workshop-1\"\n[[machine]]\nname = \"m\"\nport = \"p\"\nprocesses = [\"mill\"]\nenvelope_mm = [1, -2, 3]\nmaterials = [\"*\"]",
            "format = \"commonwright-workshop-1\"\nname = 3"})
    void whatIsMissingIsNamed(String text) {
        assertEquals("fabrication.workshop-bad", assertThrows(Fault.class, () -> read(text)).code());
    }

    @Test
    void whatIsNoTomlIsSaidWithItsLine() {
        Fault fault = assertThrows(Fault.class, () -> read("name = \"x\"\nformat ="));
        assertEquals("fabrication.workshop-no-toml", fault.code());
        assertEquals(2, fault.arguments().get(1));
    }

    private Workshop read(String text) throws IOException {
        return new WorkshopFile(Files.writeString(folder.resolve("workshop.toml"), text)).read();
    }
}
