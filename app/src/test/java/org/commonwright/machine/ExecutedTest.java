package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.commonwright.machine.grbl.GrblConversation;
import org.commonwright.machine.marlin.MarlinConversation;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.virtual.Tracer;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.commonwright.machine.virtual.VirtualMachine;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.junit.jupiter.api.Test;

/// How soon a run knows what its machine has done, and that it never says so before.
class ExecutedTest {
    private static final long SECOND = 1_000_000_000L;
    private final List<WatchedMachine.Done> done = new ArrayList<>();
    private Rig rig;

    private WatchedProgram begin(boolean grbl, int moves, long seed, Function<Tracer, VirtualMachine> machine) {
        var program = new WatchedProgram(new Random(seed), grbl, moves);
        Tracer tracer = (_, to, _) -> {
            int line = program.lineAt(to.x());
            if (line > 0) {
                done.add(new WatchedMachine.Done(line, rig.now));
            }
        };
        rig = grbl
                ? new Rig(machine.apply(tracer), GrblConversation::new)
                : new Rig(machine.apply(tracer), MarlinConversation::new);
        rig.connect();
        rig.start(program.text(), SendLog.NONE);
        return program;
    }

    /// @return the longest that a finished move was not known to be, once the first `from` nanoseconds of moving are over
    private long longest(WatchedProgram program, long from) {
        long longest = 0;
        while (rig.outcome == null) {
            rig.seconds(0.02);
            int said = rig.outcome == null ? rig.talk.progress().executed() : 0;
            List<Integer> lines = done.stream().map(WatchedMachine.Done::line).toList();
            assertTrue(lines.containsAll(program.movesIn(0, said)), () -> said + " is said, and done is " + lines);
            if (rig.outcome == null && !done.isEmpty() && rig.now > done.getFirst().at() + from) {
                longest = Math.max(longest, done.stream().filter(d -> d.line() > said)
                        .mapToLong(d -> rig.now - d.at()).findFirst().orElse(0));
            }
        }
        assertTrue(rig.outcome.isCompleted(), rig.outcome::toString);
        return longest;
    }

    private static VirtualMarlin.Build build(boolean advanced, String... without) {
        return new VirtualMarlin.Build(advanced, true, Set.of(without));
    }

    @Test
    void grblIsBehindByOneReport() {
        WatchedProgram program = begin(true, 60, 1, VirtualGrbl::new);
        long longest = longest(program, 0);
        assertTrue(longest < SECOND * 0.3, () -> longest / 1e9 + " s");
    }

    @Test
    void marlinWithAdvancedOkIsNotBehindAndSaysHowItsPlannerRunsEmpty() {
        WatchedProgram program = begin(false, 60, 2, tracer -> new VirtualMarlin(build(true), tracer));
        long longest = longest(program, 0);
        assertTrue(longest < SECOND * 0.35, () -> longest / 1e9 + " s");
    }

    @Test
    void marlinThatSaysWhereItsMotorsAreIsBehindByOneReportOnceThatIsKnown() {
        WatchedProgram program = begin(false, 200, 3, tracer -> new VirtualMarlin(build(false), tracer));
        long longest = longest(program, 5 * SECOND);
        assertTrue(longest < SECOND * 1.4, () -> longest / 1e9 + " s");
    }

    @Test
    void whereTheLastPlannedLineLeadsProvesNothing() {
        WatchedProgram program = begin(false, 200, 4, tracer -> new VirtualMarlin(
                build(false, "AUTO_REPORT_REAL_POSITION", "PlannerBufferBytes"), tracer));
        long longest = longest(program, 5 * SECOND);
        assertTrue(longest > SECOND * 5, () -> longest / 1e9 + " s");
    }

    /// It says nothing of its motion, but at its start how large its planner is.
    @Test
    void aStockMarlinIsBehindByItsOwnPlannerAndNotByTheLargest() {
        WatchedProgram program = begin(false, 200, 4,
                tracer -> new VirtualMarlin(build(false, "AUTO_REPORT_REAL_POSITION"), tracer));
        long longest = longest(program, 5 * SECOND);
        assertTrue(longest < SECOND * 3, () -> longest / 1e9 + " s");
    }

    @Test
    void aPausedMarlinSaysHowItsPlannerRunsEmpty() {
        WatchedProgram program = begin(false, 60, 5, tracer -> new VirtualMarlin(build(true), tracer));
        rig.until(() -> done.size() > 5);
        rig.talk.hold(rig.now);
        rig.seconds(6);
        int said = rig.talk.progress().executed();
        assertEquals(done.getLast().line(), program.movesIn(0, said).getLast());
        rig.talk.resume(rig.now);
        rig.until(() -> rig.outcome != null);
        assertTrue(rig.outcome.isCompleted(), rig.outcome::toString);
    }
}
