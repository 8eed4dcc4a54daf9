package org.commonwright.machine.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.gcode.CornerRule;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.MotionLimits;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.machine.firmware.FirmwareSetting;
import org.commonwright.machine.firmware.FirmwareSettings;
import org.commonwright.machine.firmware.MachineMotion;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The estimate beside what a virtual machine takes by its own clock. Both follow the firmware's documents and share no line of
/// code but an arc's centre and turn.
class EstimateTest {
    private static final Pattern MARLIN_LINE = Pattern.compile("echo: {2}(M20[1345])((?: [XYZEPRTJ]-?[0-9.]+)+)");

    private static VirtualMachine machine(Dialect dialect) {
        return dialect == Dialect.GRBL
                ? new VirtualGrbl(Tracer.NONE)
                : new VirtualMarlin(VirtualMarlin.Build.USUAL, Tracer.NONE);
    }

    /// As the machine itself lists its settings.
    static MotionLimits limits(Dialect dialect) {
        VirtualMachine machine = machine(dialect);
        machine.powerOn(0);
        byte[] ask = (dialect == Dialect.GRBL ? "$$\n" : "M503\n").getBytes(StandardCharsets.US_ASCII);
        machine.receive(ask, 0, ask.length, 0);
        List<FirmwareSetting> settings = new ArrayList<>();
        for (String line : new String(machine.said(), StandardCharsets.ISO_8859_1).split("[\r\n]+")) {
            Matcher marlin = MARLIN_LINE.matcher(line);
            if (line.matches("\\$[0-9]+=.*")) {
                settings.add(new FirmwareSetting(line.substring(0, line.indexOf('=')),
                        line.substring(line.indexOf('=') + 1)));
            } else if (marlin.matches()) {
                for (String word : marlin.group(2).strip().split(" ")) {
                    settings.add(new FirmwareSetting(marlin.group(1) + " " + word.charAt(0), word.substring(1)));
                }
            }
        }
        assertTrue(settings.size() > 8, "settings " + settings);
        return MachineMotion.of(FirmwareSettings.of(dialect.id(), "virtual", settings), 15);
    }

    private record Pair(double estimate, double machine, int refused) {
        double error() {
            return estimate / machine - 1;
        }
    }

    private static Pair pair(byte[] bytes, Dialect dialect) {
        GcodeFile file = GcodeReader.read(bytes, "t", dialect, Progress.NONE);
        double estimate = TimeEstimator.estimate(file.toolpath(), limits(dialect)).seconds();
        TimedRun run = TimedRun.of(machine(dialect), Program.of("t", bytes), dialect == Dialect.MARLIN, Progress.NONE);
        return new Pair(estimate, run.seconds(), run.refused());
    }

    private static void within5Percent(String program, Dialect dialect) {
        Pair pair = pair(program.getBytes(StandardCharsets.UTF_8), dialect);
        assertEquals(pair.machine(), pair.estimate(), 0.05 * pair.machine(),
                program.substring(0, Math.min(80, program.length())));
    }

    @Test
    void oneMoveTakesWhatPhysicsSays() {
        // 50 mm/s by 200 mm/s²: a quarter of a second and 6.25 mm at each end.
        Pair pair = pair("G21 G90\nG1 X100 F3000\n".getBytes(StandardCharsets.UTF_8), Dialect.GRBL);
        assertEquals(0.25 + 87.5 / 50 + 0.25, pair.machine(), 1e-3);
        assertEquals(pair.machine(), pair.estimate(), 1e-3);
    }

    @Test
    void aWeakAxisSlowsTheWayDown() {
        // Z: 1000 mm/min and 100 mm/s².
        double v = 1000 / 60.0;
        Pair pair = pair("G0 Z20\n".getBytes(StandardCharsets.UTF_8), Dialect.GRBL);
        assertEquals(v / 100 + 20 / v, pair.machine(), 1e-3);
        assertEquals(pair.machine(), pair.estimate(), 1e-3);
    }

    @Test
    void cornersArcsAndDwells() {
        within5Percent("G21 G90 G17\nG1 F1500\nX40\nY40\nX0\nY0\nX40 Y10\nX0 Y20\n", Dialect.GRBL);
        within5Percent(
                "G21 G90 G17\nG1 X50 F2000\nG2 X0 Y0 I-25 J0\nG3 X50 Y0 I25 J0\nG2 X50 Y0 I-3 J0\nG3 X50 Y0 I-0.5 J0\nG2 X50 Y0 I4 J0\n",
                Dialect.GRBL);
        within5Percent("G21 G90\nG1 X10 F900\nG4 P1.5\nM3 S1000\nG1 Z-2 F200\nX0\nM5\n", Dialect.GRBL);
        within5Percent(
                "M109 S210\nG90\nM83\nG1 F3000\nG1 X40 E1\nG1 Y40 E1\nG1 X0 E1\nG1 Y0 E1\nG4 P500\nG1 X40 Y10 E2\n",
                Dialect.MARLIN);
        within5Percent(
                "M109 S210\nG90\nM83\nG1 X50 F2400\nG2 X0 Y0 I-25 J0 E3\nG3 X50 Y0 I25 J0 E3\nG2 X50 Y0 I-3 J0 E0.4\n",
                Dialect.MARLIN);
        within5Percent("M109 S210\nG90\nM83\nG1 F2100 E-5\nG0 X80 F9000\nG1 F2100 E5\nG1 Z5 F6000\nG1 X0 F1800 E4\n",
                Dialect.MARLIN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void programsOfManyShortPieces(long seed) {
        for (Dialect dialect : Dialect.values()) {
            Pair pair = pair(wander(seed, dialect).getBytes(StandardCharsets.UTF_8), dialect);
            assertEquals(0, pair.error(), 0.05, dialect + ", seed " + seed + ": " + pair);
        }
    }

    /// Curves of short pieces, hatching, jumps.
    private static String wander(long seed, Dialect dialect) {
        var random = new Random(seed);
        boolean prints = dialect == Dialect.MARLIN;
        var text = new StringBuilder(prints ? "M109 S210\nG90\nM83\nG28\n" : "G21 G90 G17\n");
        double x = 0;
        double y = 0;
        for (int part = 0; part < 8; part++) {
            text.append("G0 X").append(x).append(" Y").append(y).append(prints ? " F6000\n" : "\n");
            text.append("G1 F").append(600 + random.nextInt(3000)).append('\n');
            double piece = 0.05 + random.nextDouble() * 2;
            double heading = random.nextDouble() * 6;
            double turn = (random.nextDouble() - 0.5) * 0.3;
            boolean hatch = random.nextBoolean();
            for (int i = 0; i < 150; i++) {
                heading = hatch ? i % 2 * Math.PI + 0.02 * i : heading + turn;
                double way = hatch ? 10 * piece : piece;
                x += way * Math.cos(heading);
                y += way * Math.sin(heading);
                text.append("G1 X").append(Math.rint(x * 1000) / 1000).append(" Y").append(Math.rint(y * 1000) / 1000);
                if (prints) {
                    text.append(" E").append(Math.rint(way * 40) / 1000);
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void cornersByClassicJerk() {
        var eeprom = new MarlinEeprom().classicJerk();
        var queue = new MotionQueue(1000, Tracer.NONE);
        queue.rules(new MarlinPlanner(eeprom));
        var random = new Random(11);
        var text = new StringBuilder("G90\nM83\nG1 F3000\n");
        Position at = Position.ORIGIN;
        long now = 0;
        for (int i = 0; i < 300; i++) {
            Position to = new Position(random.nextInt(400) / 10.0, random.nextInt(400) / 10.0, 0);
            double length = to.minus(at).length();
            if (length > 0) {
                text.append("G1 X").append(to.x()).append(" Y").append(to.y()).append('\n');
                while (queue.size() >= MarlinMachine.PLANNER_BLOCKS) {
                    now = queue.nextEvent();
                    queue.advance(now);
                }
                queue.add(new Block(at, to, length, 50, 0, 0), now);
                at = to;
            }
        }
        while (!queue.isEmpty()) {
            now = queue.nextEvent();
            queue.advance(now);
        }
        MotionLimits usual = limits(Dialect.MARLIN);
        var limits = new MotionLimits(usual.x(), usual.y(), usual.z(), usual.e(), usual.acceleration(),
                usual.travelAcceleration(), usual.retractAcceleration(), new CornerRule.Jerk(10, 10, 0.3, 5), 0, 1, 15);
        GcodeFile file = GcodeReader.read(text.toString().getBytes(StandardCharsets.UTF_8), "t", Dialect.MARLIN,
                Progress.NONE);
        double estimate = TimeEstimator.estimate(file.toolpath(), limits).seconds();
        assertEquals(now / 1e9, estimate, 0.05 * now / 1e9, "seed 11");
    }

    @Test
    void homingAndHeatAreCountedApart() {
        String text = "G28\nM109 S40\nM83\nG1 X10 F600 E1\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        GcodeFile file = GcodeReader.read(bytes, "t", Progress.NONE);
        assertEquals(1, file.pauses().homings());
        assertEquals(1, file.pauses().heats());
        TimedRun run = TimedRun.of(machine(Dialect.MARLIN), Program.of("t", bytes), true, Progress.NONE);
        assertTrue(run.apart() > 3, "apart " + run.apart());
        within5Percent(text, Dialect.MARLIN);
    }

    /// All real programs, where they lie beside the checkout: prints each one's error, for both families.
    @Test
    void theCorpus() throws IOException {
        Path corpus = Path.of(System.getProperty("commonwright.root", ".."), "../shared/corpus/gcode").normalize();
        if (!Files.isDirectory(corpus)) {
            Assumptions.abort("the real programs are not there: " + corpus);
        }
        long most = Long.getLong("commonwright.estimate.bytes", 60_000);
        try (var files = Files.list(corpus)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(gcode|ngc)")).sorted().toList()) {
                if (Files.size(file) <= most) {
                    byte[] bytes = Files.readAllBytes(file);
                    for (Dialect dialect : Dialect.values()) {
                        compare(file.getFileName().toString(), pair(bytes, dialect), dialect);
                    }
                }
            }
        }
    }

    /// A program of which the firmware refuses lines is another one on the machine than in the file.
    private static void compare(String name, Pair pair, Dialect dialect) {
        System.out.printf("%-36s %-6s machine %9.1f s, estimate %9.1f s, %+.2f %%, %d lines refused%n", name,
                dialect.id(),
                pair.machine(), pair.estimate(), 100 * pair.error(), pair.refused());
        if (pair.refused() == 0) {
            assertEquals(0, pair.error(), 0.05, name + " on " + dialect.id());
        }
    }
}
