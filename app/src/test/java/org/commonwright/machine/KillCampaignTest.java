package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.commonwright.Seed;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.virtual.FaultPlan;
import org.commonwright.machine.virtual.FaultyMachine;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at random moments of runs on a GRBL and a Marlin that outlive the killed process, so that what they really received
/// and executed is known. `-Dcommonwright.kills=500` kills that often, `-Dcommonwright.speed=1` beside machines
/// in real time, `-Dcommonwright.kinds=…,…` beside some of the kinds; a few are killed each time.
class KillCampaignTest {
    private static final int KILLS = Integer.getInteger("commonwright.kills", 1);
    private static final int PULLS = Integer.getInteger("commonwright.pulls", 1);
    /// How many times as fast as real ones the machines are; 0 for one of several.
    private static final double SPEED = Integer.getInteger("commonwright.speed", 0);
    private static final int AT_ONCE = 4;
    private static final long SEED = Seed.chosen();
    private static final long LONGEST_MILLIS = 2200;
    private static final String ADVANCED = "marlin with ADVANCED_OK";
    private static final String PLACES = "marlin with places of its motors";
    private static final String BARE = "marlin that says neither";
    private static final String GRBL = "grbl";
    private static final String DOUBLING = "grbl on a way that doubles back";
    private static final String CROSSING = "grbl on a way that crosses itself";
    private static final String ARCS = "grbl in arcs";
    private static final List<String> KINDS = List.of(System.getProperty("commonwright.kinds",
            String.join(",", GRBL, DOUBLING, CROSSING, ARCS, ADVANCED, PLACES, BARE)).split(","));

    @TempDir
    private Path home;

    /// A process to be killed, and what it is at.
    private record Victim(Process process, BufferedReader out, Path journals) {}

    @Test
    void whereverItIsKilledTheJournalHolds() throws IOException, InterruptedException {
        var tally = new KillTally();
        Victim next = start(0);
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                Victim victim = next;
                next = start(kill + 1);
                play(new Random(SEED + kill), victim, tally, "kill " + kill + " of seed " + SEED);
            }
        } finally {
            next.process().destroyForcibly();
        }
        System.out.println("kill -9: " + tally);
        assertEquals(List.of(), tally.wrong());
        assertTrue(tally.judged() > 0);
    }

    private void play(Random random, Victim victim, KillTally tally, String name)
            throws IOException, InterruptedException {
        double speed = SPEED > 0 ? SPEED : List.of(5.0, 10.0, 20.0).get(random.nextInt(3));
        int moves = (int) (speed * (10 + random.nextInt(15)));
        // A printer homes first, and that its places are those of the motors has to be learned, from a few reports.
        long late = KILLS > 1 && (SPEED > 0 || random.nextBoolean()) ? (long) (8000 / speed) : 0;
        List<String> kinds = KILLS > 1 ? KINDS : List.of(KINDS.get(random.nextInt(KINDS.size())));
        var machines = new TreeMap<String, WatchedMachine>();
        var programs = new TreeMap<String, WatchedProgram>();
        try {
            for (String kind : kinds) {
                boolean grbl = kind.startsWith(GRBL);
                var build = new VirtualMarlin.Build(kind.equals(ADVANCED), random.nextBoolean(),
                        kind.equals(BARE) ? Set.of("AUTO_REPORT_REAL_POSITION") : Set.of());
                var program = new WatchedProgram(random, grbl, (grbl ? 1 : 3) * moves + (int) (late * speed / 40),
                        shape(kind));
                programs.put(kind, program);
                machines.put(kind, new WatchedMachine(program,
                        tracer -> grbl ? new VirtualGrbl(tracer) : new VirtualMarlin(build, tracer), speed));
            }
            assertEquals("ready", victim.out().readLine(), name);
            for (String kind : kinds) {
                tell(victim, machines.get(kind).port() + " " + write(kind.replace(' ', '-'), programs.get(kind)));
            }
            tell(victim, "go");
            for (WatchedMachine machine : machines.values()) {
                assertTrue(machine.awaitTalk(), name);
            }
            if (random.nextInt(5) > 0) {
                // One in five is killed somewhere from the first word on, the others from the first line of the program on.
                Waiting.until(() -> machines.values().stream().anyMatch(machine -> machine.received() > 0), name);
            }
            Thread.sleep(random.nextLong(LONGEST_MILLIS) + late);
            boolean alive = victim.process().isAlive();
            assertTrue(victim.process().destroyForcibly().waitFor() >= 0);
            long killed = System.nanoTime();
            for (WatchedMachine machine : machines.values()) {
                machine.awaitHungUp();
            }
            var journals = new TreeMap<String, JournalReport>();
            for (JournalReport report : Journals.all(victim.journals())) {
                assertTrue(!report.running(), name);
                journals.put(report.head().port(), report);
            }
            machines.forEach((kind, machine) -> tally.judge(kind, name + " " + kind, journals.get(machine.port()),
                    machine, programs.get(kind), killed, alive));
        } finally {
            for (WatchedMachine machine : machines.values()) {
                machine.close();
            }
        }
    }

    private static WatchedProgram.Shape shape(String kind) {
        return switch (kind) {
            case DOUBLING -> WatchedProgram.Shape.DOUBLING;
            case CROSSING -> WatchedProgram.Shape.CROSSING;
            case ARCS -> WatchedProgram.Shape.ARCS;
            default -> WatchedProgram.Shape.WAVE;
        };
    }

    /// The program lives on and writes how it ended; what it then says must be as true.
    @Test
    void whereverTheCableIsPulledOrTheBoardResetTheJournalHolds() throws IOException, InterruptedException {
        var tally = new KillTally();
        for (int round = 0; round < PULLS; round++) {
            pull(new Random(SEED + round), tally, "round " + round + " of seed " + SEED);
        }
        System.out.println("cables pulled and boards reset: " + tally);
        assertEquals(List.of(), tally.wrong());
    }

    private void pull(Random random, KillTally tally, String name) throws IOException, InterruptedException {
        Victim victim = start(100_000 + random.nextInt(1_000_000));
        var machines = new TreeMap<String, WatchedMachine>();
        var programs = new TreeMap<String, WatchedProgram>();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                boolean grbl = i % 2 == 0;
                var program = new WatchedProgram(random, grbl, 150);
                var kind = random.nextBoolean() ? FaultPlan.Kind.UNPLUG : FaultPlan.Kind.RESET;
                var plan = new FaultPlan(List.of(new FaultPlan.Entry(kind, 1 + random.nextInt(200), 0)));
                var machine = new WatchedMachine(program, tracer -> {
                    var faulty = new FaultyMachine(grbl
                            ? new VirtualGrbl(tracer)
                            : new VirtualMarlin(new VirtualMarlin.Build(true, true), tracer), plan);
                    faulty.arm();
                    return faulty;
                }, 20);
                programs.put(machine.port(), program);
                machines.put(machine.port(), machine);
                tell(victim, machine.port() + " " + write((grbl ? "grbl" : "marlin") + i, program));
            }
            tell(victim, "go");
            assertTrue(victim.process().waitFor(2, TimeUnit.MINUTES), name);
            long ended = System.nanoTime();
            Map<String, JournalReport> journals = new TreeMap<>();
            Journals.all(victim.journals()).forEach(report -> journals.put(report.head().port(), report));
            for (String port : machines.keySet()) {
                JournalReport report = journals.get(port);
                tally.judge(report == null ? "grbl" : report.head().dialect(), name, report, machines.get(port),
                        programs.get(port), ended, false);
            }
        } finally {
            for (WatchedMachine machine : machines.values()) {
                machine.close();
            }
            victim.process().destroyForcibly();
        }
    }

    private Path write(String name, WatchedProgram program) throws IOException {
        return Files.writeString(home.resolve(name + ".gcode"), program.text());
    }

    private static void tell(Victim victim, String... lines) throws IOException {
        victim.process().getOutputStream().write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        victim.process().getOutputStream().flush();
    }

    private Victim start(int number) throws IOException {
        Path journals = Files.createDirectories(home.resolve("j" + number));
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), KilledChild.class.getName(), journals.toString()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new Victim(process,
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)),
                journals);
    }
}
