package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.commonwright.machine.grbl.GrblConversation;
import org.commonwright.machine.marlin.MarlinConversation;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.virtual.FaultPlan;
import org.commonwright.machine.virtual.FaultPlan.Kind;
import org.commonwright.machine.virtual.FaultyMachine;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.junit.jupiter.api.Test;

/// Whatever goes wrong on the way: a run that says it is completed made exactly the part that was meant, and one that did not
/// make it never says so. Seeded: a failure names its seed.
class FaultsTest {
    private static final int LINES = 60;
    /// GRBL has no checksums: damage on the way to it cannot be known, so it is not among these.
    private static final List<Kind> GRBL = List.of(Kind.LOST_OK, Kind.DOUBLED_OK, Kind.LATE_OK, Kind.CORRUPT_ANSWER,
            Kind.RESET, Kind.UNPLUG, Kind.SILENCE);

    /// What came of one schedule.
    private record Result(RunOutcome outcome, List<Position> path, int executed) {}

    private static Result grbl(String program, FaultPlan plan) {
        List<Position> path = new ArrayList<>();
        var machine = new FaultyMachine(new VirtualGrbl((_, to, _) -> path.add(to)), plan);
        return play(new Rig(machine, GrblConversation::new), machine, plan, program, path);
    }

    private static Result marlin(String program, FaultPlan plan, VirtualMarlin.Build build) {
        List<Position> path = new ArrayList<>();
        var machine = new FaultyMachine(new VirtualMarlin(build, (_, to, _) -> path.add(to)), plan);
        return play(new Rig(machine, MarlinConversation::new), machine, plan, program, path);
    }

    private static Result play(Rig rig, FaultyMachine machine, FaultPlan plan, String program, List<Position> path) {
        rig.connect();
        machine.arm();
        RunOutcome outcome;
        try {
            outcome = rig.run(program, SendLog.NONE);
        } catch (AssertionError e) {
            throw new AssertionError(plan + " " + rig.talk.progress() + " " + rig.sent.subList(
                    Math.max(0, rig.sent.size() - 5), rig.sent.size()), e);
        }
        return new Result(outcome, List.copyOf(path), outcome.progress().executed());
    }

    private static void check(String seed, Result meant, Result got) {
        int same = 0;
        while (same < Math.min(meant.path.size(), got.path.size())
                && meant.path.get(same).equals(got.path.get(same))) {
            same++;
        }
        if (got.outcome.isCompleted()) {
            assertEquals(meant.path, got.path, seed + " says completed, and the part is another");
        }
        int lead = meant.outcome.progress().lines() - meant.path.size();
        int right = same;
        assertTrue(got.executed <= same + lead || got.outcome.isCompleted(),
                () -> seed + ": executed " + got.executed + ", but only " + right + " moves are right");
        assertTrue(got.outcome.progress().executed() <= got.outcome.progress().sent(), seed);
    }

    @Test
    void grblNeverCompletesAWrongPart() {
        Map<Kind, Integer> failed = new EnumMap<>(Kind.class);
        for (long seed = 1; seed <= 200; seed++) {
            String program = GrblRunTest.zigzag(new Random(seed), LINES);
            Result meant = grbl(program, FaultPlan.NONE);
            FaultPlan plan = FaultPlan.random(seed, LINES, 1, GRBL);
            Result got = grbl(program, plan);
            check("seed " + seed + " " + plan, meant, got);
            Kind kind = plan.entries().getFirst().kind();
            boolean expected = kind == Kind.LATE_OK;
            assertEquals(expected, got.outcome.isCompleted(), "seed " + seed + " " + plan + " " + got.outcome);
            failed.merge(kind, got.outcome.isCompleted() ? 0 : 1, Integer::sum);
        }
        assertEquals(GRBL.size(), failed.size(), "every kind of fault was met: " + failed);
    }

    @Test
    void grblWithManyFaultsNeverCompletesAWrongPart() {
        for (long seed = 1000; seed < 1100; seed++) {
            String program = GrblRunTest.zigzag(new Random(seed), LINES);
            FaultPlan plan = FaultPlan.random(seed, LINES, 4,
                    List.of(Kind.LOST_OK, Kind.DOUBLED_OK, Kind.LATE_OK, Kind.CORRUPT_ANSWER));
            check("seed " + seed + " " + plan, grbl(program, FaultPlan.NONE), grbl(program, plan));
        }
    }

    @Test
    void marlinMendsWhatCanBeMended() {
        List<Kind> kinds = List.of(Kind.LOST_OK, Kind.DOUBLED_OK, Kind.LATE_OK, Kind.CORRUPT_ANSWER, Kind.CORRUPT_LINE,
                Kind.LOST_BYTE);
        for (long seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            var build = new VirtualMarlin.Build(random.nextBoolean(), random.nextBoolean());
            String program = MarlinRunTest.print(random, LINES);
            Result meant = marlin(program, FaultPlan.NONE, build);
            FaultPlan plan = FaultPlan.random(seed, LINES, 1 + random.nextInt(4), kinds);
            Result got = marlin(program, plan, build);
            String name = "seed " + seed + " " + build + " " + plan + " " + got.outcome;
            check(name, meant, got);
            assertTrue(got.outcome.isCompleted(), name);
        }
    }

    @Test
    void oddLinesChangeNothing() {
        for (long seed = 1; seed <= 150; seed++) {
            var random = new Random(seed);
            FaultPlan plan = FaultPlan.random(seed, LINES, 6, List.of(Kind.ODD_LINE));
            String milling = GrblRunTest.zigzag(random, LINES);
            Result milled = grbl(milling, plan);
            check("grbl, seed " + seed, grbl(milling, FaultPlan.NONE), milled);
            assertTrue(milled.outcome.isCompleted(), "grbl, seed " + seed + " " + milled.outcome);
            var build = new VirtualMarlin.Build(random.nextBoolean(), random.nextBoolean());
            String print = MarlinRunTest.print(random, LINES);
            Result printed = marlin(print, plan, build);
            check("marlin, seed " + seed, marlin(print, FaultPlan.NONE, build), printed);
            assertTrue(printed.outcome.isCompleted(), "marlin, seed " + seed + " " + printed.outcome);
        }
    }

    @Test
    void marlinSaysWhatCannotBeMended() {
        List<Kind> kinds = List.of(Kind.RESET, Kind.UNPLUG, Kind.SILENCE, Kind.RESEND_STORM);
        for (long seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            var build = new VirtualMarlin.Build(random.nextBoolean(), random.nextBoolean());
            String program = MarlinRunTest.print(random, LINES);
            FaultPlan plan = FaultPlan.random(seed, LINES, 1, kinds);
            Result got = marlin(program, plan, build);
            String name = "seed " + seed + " " + build + " " + plan + " " + got.outcome;
            check(name, marlin(program, FaultPlan.NONE, build), got);
            assertEquals("failed", got.outcome.word(), name);
        }
    }
}
