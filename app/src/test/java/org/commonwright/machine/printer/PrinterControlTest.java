package org.commonwright.machine.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

class PrinterControlTest {
    private static Session connect(int speed) throws InterruptedException {
        return new Machines().connect(Port.parse("virtual:marlin?speed=" + speed), "a test");
    }

    private static double target(PrinterControl control, String heater) throws InterruptedException {
        return control.temperatures(Progress.NONE).stream().filter(t -> t.heater().equals(heater)).findFirst()
                .orElseThrow().target();
    }

    @Test
    void coldFilamentIsNotPushedAndWarmIs() throws InterruptedException {
        try (Session session = connect(200)) {
            var control = new PrinterControl(session);
            Fault cold = assertThrows(Fault.class, () -> control.extrude(5, 3, Progress.NONE));
            assertEquals("printer.cold", cold.code());
            assertEquals(170, cold.arguments().get(1));
            control.target("T", 200);
            session.ask("M109 S200", Progress.NONE);
            control.extrude(5, 30, Progress.NONE);
            control.extrude(-5, 30, Progress.NONE);
            assertEquals("printer.bad-filament",
                    assertThrows(Fault.class, () -> control.extrude(5000, 3, Progress.NONE)).code());
            assertEquals("printer.bad-speed",
                    assertThrows(Fault.class, () -> control.extrude(5, Double.NaN, Progress.NONE)).code());
        }
    }

    @Test
    void heatersAreSetAndCooledDown() throws InterruptedException {
        try (Session session = connect(1)) {
            var control = new PrinterControl(session);
            control.target("T", 200);
            control.target("B", 60);
            control.target("C", 40.5);
            assertEquals(200, target(control, "T"));
            assertEquals(60, target(control, "B"));
            assertEquals(40.5, target(control, "C"));
            control.coolDown();
            assertTrue(control.temperatures(Progress.NONE).stream().allMatch(t -> t.target() == 0));
            for (double wrong : new double[]{-1, 501, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertEquals("printer.bad-target",
                        assertThrows(Fault.class, () -> control.target("T", wrong)).code());
            }
        }
    }

    @Test
    void namesOfHeaters() {
        List<Temperature> two = List.of(new Temperature("T", 20, 0), new Temperature("B", 20, 0),
                new Temperature("T0", 20, 0), new Temperature("T1", 30, 0));
        assertEquals(List.of("B", "T0", "T1"), Heaters.distinct(two).stream().map(Temperature::heater).toList());
        assertEquals("M104 T1 S205", Heaters.line("T1", 205));
        assertEquals("M140 S60.5", Heaters.line("B", 60.5));
    }

    @Test
    void theCardIsListedWrittenAndTidied() throws InterruptedException {
        try (Session session = connect(0)) {
            var card = new SdCard(session);
            assertEquals(List.of(new CardFile("CUBE20~1.GCO", "Cube 20 mm.gcode", 400 * 65),
                    new CardFile("SQUARE.GCO", "square.gcode", 20 * 65)), card.list(Progress.NONE));
            String name = card.nameFor("Lid (left) 2.gcode");
            assertEquals("LIDLEFT2.GCO", name);
            RunOutcome outcome = card.upload(Program.of("lid.gcode", "G28\nG1 X5\n"), name, Progress.NONE);
            assertTrue(outcome.isCompleted(), outcome::toString);
            assertEquals(3, card.list(Progress.NONE).size());
            card.delete(name, Progress.NONE);
            assertEquals(2, card.list(Progress.NONE).size());
            assertEquals("printer.no-file",
                    assertThrows(Fault.class, () -> card.start("NONE.GCO", Progress.NONE)).code());
            for (String evil : List.of("A B", "A*1", "", "A\nM112", "é.gco")) {
                assertEquals("printer.bad-name",
                        assertThrows(Fault.class, () -> card.delete(evil, Progress.NONE)).code(), evil);
            }
        }
    }

    @Test
    void everyWayToListACardIsRead() {
        assertEquals(List.of(new CardFile("A.GCO", "A.GCO", -1), new CardFile("DIR/B.GCO", "B is \"long\".gcode", 12),
                new CardFile("C.G", "C with spaces.gcode", 7), new CardFile("D.G", "D.gcode", 9)),
                CardFile.list(List.of("echo:SD card ok", "Begin file list", "A.GCO", " T:20.0 /0.0 B:20.0 /0.0",
                        "DIR/B.GCO 12 \"B is \"long\".gcode\"", "//action:notification x", "C.G 7 C with spaces.gcode",
                        "X:0.00 Y:0.00 Z:0.00 E:0.00 Count X:0 Y:0 Z:0", "D.G 9 0x5a2b8c11 \"D.gcode\"",
                        "End file list",
                        "E.G 7")).orElseThrow());
        assertTrue(CardFile.list(List.of("echo:No SD card")).isEmpty());
    }

    @Test
    void theBedIsMeasured() throws InterruptedException {
        try (Session session = connect(0)) {
            assertEquals("Bilinear Leveling Grid:", new PrinterControl(session).level(Progress.NONE).getFirst());
        }
    }
}
