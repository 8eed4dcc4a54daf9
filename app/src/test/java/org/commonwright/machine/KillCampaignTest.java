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
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.virtual.FaultPlan;
import org.commonwright.machine.virtual.FaultyMachine;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at random moments of runs on a GRBL and a Marlin that outlive the killed process, so that what they really received
/// and executed is known. `-Dcommonwright.kills=500` kills that often; a few are killed each time.
class KillCampaignTest {
    private static final int KILLS = Integer.getInteger("commonwright.kills", 1);
    private static final int PULLS = Integer.getInteger("commonwright.pulls", 1);
    private static final int AT_ONCE = 4;
    private static final long SEED = Long.getLong("commonwright.seed", 20_260_301L);
    private static final long LONGEST_MILLIS = 2200;

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
        double speed = List.of(5.0, 10.0, 20.0).get(random.nextInt(3));
        int moves = (int) (speed * (10 + random.nextInt(15)));
        var grblProgram = new WatchedProgram(random, true, moves);
        var marlinProgram = new WatchedProgram(random, false, 3 * moves);
        var build = new VirtualMarlin.Build(random.nextBoolean(), random.nextBoolean());
        try (var grbl = new WatchedMachine(grblProgram, VirtualGrbl::new, speed);
                var marlin = new WatchedMachine(marlinProgram, tracer -> new VirtualMarlin(build, tracer), speed)) {
            assertEquals("ready", victim.out().readLine(), name);
            tell(victim, grbl.port() + " " + write("grbl", grblProgram),
                    marlin.port() + " " + write("marlin", marlinProgram),
                    "go");
            assertTrue(grbl.awaitTalk() && marlin.awaitTalk(), name);
            if (random.nextInt(5) > 0) {
                // One in five is killed somewhere from the first word on, the others from the first line of the program on.
                Waiting.until(() -> grbl.received() > 0 || marlin.received() > 0, name);
            }
            Thread.sleep(random.nextLong(LONGEST_MILLIS));
            boolean alive = victim.process().isAlive();
            assertTrue(victim.process().destroyForcibly().waitFor() >= 0);
            long killed = System.nanoTime();
            grbl.awaitHungUp();
            marlin.awaitHungUp();
            var journals = new TreeMap<String, JournalReport>();
            for (JournalReport report : Journals.all(victim.journals())) {
                assertTrue(!report.running(), name);
                journals.put(report.head().dialect(), report);
            }
            tally.judge(name + " grbl", journals.get("grbl"), grbl, grblProgram, killed, alive);
            tally.judge(name + " marlin" + build, journals.get("marlin"), marlin, marlinProgram, killed, alive);
        }
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
                tally.judge(name + (report == null ? " grbl" : " " + report.head().dialect()), report,
                        machines.get(port),
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
