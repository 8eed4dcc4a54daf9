package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.machine.grbl.GrblConversation;
import org.commonwright.machine.marlin.MarlinConversation;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.virtual.FaultPlan;
import org.commonwright.machine.virtual.FaultyMachine;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.commonwright.machine.virtual.VirtualMarlin;

/// Plays one schedule of faults against a virtual machine, in virtual time, and compares the part with the one that was meant.
final class FaultPlay {
    private FaultPlay() {}

    /// What came of one schedule.
    record Result(RunOutcome outcome, List<Position> path, int executed) {}

    static Result grbl(String program, FaultPlan plan) {
        List<Position> path = new ArrayList<>();
        var machine = new FaultyMachine(new VirtualGrbl((_, to, _) -> path.add(to)), plan);
        return play(new Rig(machine, GrblConversation::new), machine, plan, program, path);
    }

    static Result marlin(String program, FaultPlan plan, VirtualMarlin.Build build) {
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

    static void check(String seed, Result meant, Result got) {
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
}
