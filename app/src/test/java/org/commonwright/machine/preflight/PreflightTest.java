package org.commonwright.machine.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonwright.error.Problem;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final String GOOD = "G21\nG90\nM3 S8000\nG0 X1 Y1 Z5\nG1 Z-1 F100\nG1 X20\nM5\nM30\n";

    private static MachineInfo mill(Map<String, String> more) {
        var settings = new TreeMap<>(Map.of("$20", "0", "$22", "1", "$23", "0", "$30", "10000", "$31", "0", "$32", "0",
                "$130", "300", "$131", "200", "$132", "80"));
        settings.putAll(more);
        return new MachineInfo("grbl", "Grbl", "1.1h", 128, 15, new TreeSet<>(), settings);
    }

    /// With the work's zero in the middle of the travel.
    private static MachineStatus at() {
        return MachineStatus.UNKNOWN.with(MachineState.IDLE, 0).withPositions(new Position(-150, -100, -40),
                Position.ORIGIN);
    }

    private static List<String> found(String text, MachineInfo info, MachineStatus status) {
        Program program = Program.of("a.nc", text);
        return Preflight.check(program, GcodeReader.read(text.getBytes(StandardCharsets.UTF_8), "a.nc", Progress.NONE),
                info, status, Progress.NONE).stream().map(PreflightTest::shown).toList();
    }

    private static String shown(Problem p) {
        String code = p.code().replaceFirst("machine.preflight-", "");
        return p.severity().name().charAt(0) + " " + (p.place() == null ? 0 : p.place().line()) + " " + code;
    }

    private static List<String> onMill(String text) {
        return found(text, mill(Map.of()), at());
    }

    @Test
    void aGoodProgramHasNothing() {
        assertEquals(List.of(), onMill(GOOD));
    }

    @Test
    void theTravelCountsFromTheWorksZero() {
        String far = GOOD.replace("G1 X20", "G1 X149\nG1 X151\nG1 X20");
        assertEquals(List.of("W 7 travel"), onMill(far));
        assertEquals(List.of("E 7 travel"), found(far, mill(Map.of("$20", "1")), at()));
        assertEquals(List.of(), found(far, mill(Map.of("$22", "0")), at()));
        MachineStatus corner = at().withPositions(new Position(-300, -200, -40), Position.ORIGIN);
        assertEquals(List.of(), found(far, mill(Map.of("$20", "1")), corner));
    }

    @Test
    void anArcThatBulgesOutIsSeen() {
        String arc = GOOD.replace("G1 X20", "G1 X140 Y0\nG2 X140 Y-40 I0 J-20\nG1 X20");
        assertEquals(1, onMill(arc).size(), () -> onMill(arc).toString());
        assertTrue(onMill(arc).getFirst().endsWith("travel"));
    }

    @Test
    void aProgramThatIsTooLargeIsToldWithoutHoming() {
        String large = GOOD.replace("G1 X20", "G1 X-160\nG1 X160");
        assertEquals(List.of("E 0 size"), found(large, mill(Map.of("$22", "0")), at()));
    }

    @Test
    void toolFeedAndUnits() {
        assertEquals(List.of("E 4 gcode.no-feed"), onMill("G21\nM3 S100\nG0 X1\nG1 X2\nG1 X3 F10\nM5\n"));
        assertEquals(List.of("N 3 no-spindle"), onMill("G0 X1\nF100\nG1 X2\n"));
        assertEquals(List.of("W 5 spindle-stands"), onMill("F100\nM3 S100\nG1 X2\nM5\nG1 X3\n"));
        assertEquals(List.of("W 1 spindle-fast", "N 3 spindle-on"), onMill("M3 S20000\nF100\nG1 X2\n"));
        assertEquals(List.of("N 1 inches"), onMill("G20\nM3 S100\nF100\nG1 X2\nM5\n"));
        assertEquals(List.of("N 1 zero-moves"), onMill("G92 X0\nM3 S100\nF100\nG1 X2\nM5\n"));
    }

    @Test
    void laserModeMustFitTheProgram() {
        String laser = "M4 S0\nF1000\n" + "G1 X1 S100\nG1 X2 S0\n".repeat(10) + "M5\n";
        assertEquals(List.of("W 12 laser-off"), onMill(laser));
        assertEquals(List.of(), found(laser, mill(Map.of("$32", "1")), at()));
        assertEquals(List.of("W 5 laser-on"), found(GOOD, mill(Map.of("$32", "1")), at()));
    }

    @Test
    void aPrinterMustBeHot() {
        var printer = new MachineInfo("marlin", "Marlin", "2.1", 128, 16, new TreeSet<>(), new TreeMap<>());
        MachineStatus cold = MachineStatus.UNKNOWN.with(MachineState.IDLE, 0);
        String print = "G28\nG92 E0\nG1 X10 Y10 Z0.2 F1200\nG1 X20 E1\nM104 S0\nM140 S0\n";
        assertEquals(List.of("E 4 cold"), found(print, printer, cold));
        assertEquals(List.of(), found("M109 S210\n" + print, printer, cold));
        assertEquals(List.of(), found(print, printer, cold.withTemperatures(List.of(new Temperature("T", 200, 210)))));
        assertEquals(List.of("W 1 hot-nozzle"), found("M109 S420\n" + print, printer, cold));
        assertEquals(List.of("N 7 heat-on"),
                found("M190 S60\nM109 S210\n" + print.replace("M140 S0\n", ""), printer, cold));
    }

    @Test
    void aProgramThatLooksLikeAnotherFirmwaresIsReadInTheMachinesWords() {
        var printer = new MachineInfo("marlin", "Marlin", "2.1", 128, 16, new TreeSet<>(), new TreeMap<>());
        String text = "G28\nM0\nG1 X5 F1000\nM600\nG1 X0\n";
        assertEquals(List.of(), found(text, printer, MachineStatus.UNKNOWN.with(MachineState.IDLE, 0)));
        assertTrue(onMill(text).contains("E 4 gcode.unknown-word"), () -> onMill(text).toString());
    }

    @Test
    void aLineThatIsTooLongHasItsNumber() {
        String text = GOOD + "G1 X1 " + "Y0.00000000000000000".repeat(6) + "\n";
        assertTrue(onMill(text).contains("E 9 machine.line-too-long"), () -> onMill(text).toString());
    }
}
