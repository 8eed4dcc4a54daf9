package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.commonwright.machine.virtual.FaultPlan;
import org.commonwright.machine.virtual.FaultPlan.Kind;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Whatever goes wrong on the way: a run that says it is completed made exactly the part that was meant, and one that did not
/// make it never says so. Seeded: a failure names its seed.
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {
    private static final int LINES = 60;
    private static final int SEEDS = Integer.getInteger("commonwright.fault-seeds", 60);
    /// GRBL has no checksums: damage on the way to it cannot be known, so it is not among these.
    private static final List<Kind> GRBL = List.of(Kind.LOST_OK, Kind.DOUBLED_OK, Kind.LATE_OK, Kind.CORRUPT_ANSWER,
            Kind.RESET, Kind.UNPLUG, Kind.SILENCE);

    @Test
    void grblNeverCompletesAWrongPart() {
        Map<Kind, Integer> failed = new EnumMap<>(Kind.class);
        for (long seed = 1; seed <= SEEDS; seed++) {
            String program = GrblRunTest.zigzag(new Random(seed), LINES);
            FaultPlay.Result meant = FaultPlay.grbl(program, FaultPlan.NONE);
            FaultPlan plan = FaultPlan.random(seed, LINES, 1, GRBL);
            FaultPlay.Result got = FaultPlay.grbl(program, plan);
            FaultPlay.check("seed " + seed + " " + plan, meant, got);
            Kind kind = plan.entries().getFirst().kind();
            boolean expected = kind == Kind.LATE_OK;
            assertEquals(expected, got.outcome().isCompleted(), "seed " + seed + " " + plan + " " + got.outcome());
            failed.merge(kind, got.outcome().isCompleted() ? 0 : 1, Integer::sum);
        }
        assertEquals(GRBL.size(), failed.size(), "every kind of fault was met: " + failed);
    }

    @Test
    void grblWithManyFaultsNeverCompletesAWrongPart() {
        for (long seed = 1000; seed < 1000 + SEEDS / 2; seed++) {
            String program = GrblRunTest.zigzag(new Random(seed), LINES);
            FaultPlan plan = FaultPlan.random(seed, LINES, 4,
                    List.of(Kind.LOST_OK, Kind.DOUBLED_OK, Kind.LATE_OK, Kind.CORRUPT_ANSWER));
            FaultPlay.check("seed " + seed + " " + plan, FaultPlay.grbl(program, FaultPlan.NONE),
                    FaultPlay.grbl(program, plan));
        }
    }

    @Test
    void marlinMendsWhatCanBeMended() {
        List<Kind> kinds = List.of(Kind.LOST_OK, Kind.DOUBLED_OK, Kind.LATE_OK, Kind.CORRUPT_ANSWER, Kind.CORRUPT_LINE,
                Kind.LOST_BYTE);
        for (long seed = 1; seed <= SEEDS; seed++) {
            var random = new Random(seed);
            var build = new VirtualMarlin.Build(random.nextBoolean(), random.nextBoolean());
            String program = MarlinRunTest.print(random, LINES);
            FaultPlay.Result meant = FaultPlay.marlin(program, FaultPlan.NONE, build);
            FaultPlan plan = FaultPlan.random(seed, LINES, 1 + random.nextInt(4), kinds);
            FaultPlay.Result got = FaultPlay.marlin(program, plan, build);
            String name = "seed " + seed + " " + build + " " + plan + " " + got.outcome();
            FaultPlay.check(name, meant, got);
            assertTrue(got.outcome().isCompleted(), name);
        }
    }

    @Test
    void oddLinesChangeNothing() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var random = new Random(seed);
            FaultPlan plan = FaultPlan.random(seed, LINES, 6, List.of(Kind.ODD_LINE));
            String milling = GrblRunTest.zigzag(random, LINES);
            FaultPlay.Result milled = FaultPlay.grbl(milling, plan);
            FaultPlay.check("grbl, seed " + seed, FaultPlay.grbl(milling, FaultPlan.NONE), milled);
            assertTrue(milled.outcome().isCompleted(), "grbl, seed " + seed + " " + milled.outcome());
            var build = new VirtualMarlin.Build(random.nextBoolean(), random.nextBoolean());
            String print = MarlinRunTest.print(random, LINES);
            FaultPlay.Result printed = FaultPlay.marlin(print, plan, build);
            FaultPlay.check("marlin, seed " + seed, FaultPlay.marlin(print, FaultPlan.NONE, build), printed);
            assertTrue(printed.outcome().isCompleted(), "marlin, seed " + seed + " " + printed.outcome());
        }
    }

    @Test
    void marlinSaysWhatCannotBeMended() {
        List<Kind> kinds = List.of(Kind.RESET, Kind.UNPLUG, Kind.SILENCE, Kind.RESEND_STORM);
        for (long seed = 1; seed <= SEEDS / 2; seed++) {
            var random = new Random(seed);
            var build = new VirtualMarlin.Build(random.nextBoolean(), random.nextBoolean());
            String program = MarlinRunTest.print(random, LINES);
            FaultPlan plan = FaultPlan.random(seed, LINES, 1, kinds);
            FaultPlay.Result got = FaultPlay.marlin(program, plan, build);
            String name = "seed " + seed + " " + build + " " + plan + " " + got.outcome();
            FaultPlay.check(name, FaultPlay.marlin(program, FaultPlan.NONE, build), got);
            assertEquals("failed", got.outcome().word(), name);
        }
    }
}
