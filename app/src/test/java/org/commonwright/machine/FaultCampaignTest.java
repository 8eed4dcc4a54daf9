package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.commonwright.machine.protocol.RunOutcome.Failed;
import org.commonwright.machine.virtual.FaultPlan;
import org.commonwright.machine.virtual.FaultPlan.Kind;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Many random schedules of faults on both firmwares, counted. `-Dcommonwright.faults=10000` plays that many; a few hundred are
/// played each time. GRBL has no checksums: what is damaged on the way to it cannot be known, so those faults are Marlin's.
@Execution(ExecutionMode.CONCURRENT)
class FaultCampaignTest {
    private static final int SCHEDULES = Integer.getInteger("commonwright.faults", 300);
    private static final int LINES = 40;
    private static final List<Kind> ANSWERS = List.of(Kind.LOST_OK, Kind.DOUBLED_OK, Kind.LATE_OK, Kind.CORRUPT_ANSWER,
            Kind.RESET, Kind.UNPLUG, Kind.SILENCE, Kind.ODD_LINE);
    private static final List<Kind> ALL = List.of(Kind.values());

    @Test
    void noJobEndsWrongWithoutSayingSo() {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (long seed = 1; seed <= SCHEDULES; seed++) {
            var random = new Random(seed * 7919);
            boolean grbl = random.nextBoolean();
            var build = new VirtualMarlin.Build(random.nextBoolean(), random.nextBoolean());
            String program = grbl ? GrblRunTest.zigzag(random, LINES) : MarlinRunTest.print(random, LINES);
            FaultPlan plan = FaultPlan.random(seed, LINES, 1 + random.nextInt(5), grbl ? ANSWERS : ALL);
            FaultPlay.Result meant = play(grbl, program, FaultPlan.NONE, build);
            FaultPlay.Result got = play(grbl, program, plan, build);
            String name = (grbl ? "grbl" : "marlin") + " seed " + seed + " " + plan;
            boolean same = meant.path().equals(got.path());
            if (got.outcome().isCompleted() && !same) {
                wrong.add(name);
            }
            FaultPlay.check(name, meant, got);
            String end = got.outcome().end() instanceof Failed(var reason) ? reason.code() : got.outcome().word();
            counts.merge((grbl ? "grbl " : "marlin ") + end, 1, Integer::sum);
        }
        System.out
                .println("schedules of faults: " + SCHEDULES + ", ended wrong without saying so: " + wrong.size() + ", "
                        + counts);
        assertEquals(List.of(), wrong);
        assertTrue(counts.keySet().stream().anyMatch(end -> end.endsWith("completed")), counts::toString);
    }

    private static FaultPlay.Result play(boolean grbl, String program, FaultPlan plan, VirtualMarlin.Build build) {
        return grbl ? FaultPlay.grbl(program, plan) : FaultPlay.marlin(program, plan, build);
    }
}
