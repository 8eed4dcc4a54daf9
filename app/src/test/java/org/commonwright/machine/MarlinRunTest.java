package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.commonwright.error.Fault;
import org.commonwright.machine.marlin.MarlinConversation;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunOutcome.Failed;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.junit.jupiter.api.Test;

class MarlinRunTest {
    private final List<Position> path = new ArrayList<>();
    private final VirtualMarlin machine = new VirtualMarlin(VirtualMarlin.Build.USUAL, (_, to, _) -> path.add(to));
    private final Rig rig = new Rig(machine, MarlinConversation::new);

    static String print(Random random, int lines) {
        var text = new StringBuilder("; a test\nM140 S40\nM104 S60\nM190 S40\nM109 S60\nG28\nG90\nM83\nG1 Z5 F1200\n");
        for (int i = 0; i < lines; i++) {
            text.append(String.format(Locale.ROOT, "G1 X%.3f Y%.3f E%.4f F3000%n", random.nextDouble() * 100,
                    random.nextDouble() * 100, random.nextDouble()));
        }
        return text.append("M104 S0\nM140 S0\nM84\n").toString();
    }

    @Test
    void itKnowsWhatItTalksTo() {
        rig.connect();
        assertEquals("Marlin", rig.talk.info().firmware());
        assertEquals("2.1.2", rig.talk.info().version());
        assertTrue(rig.talk.info().capabilities().contains("EMERGENCY_PARSER"));
    }

    @Test
    void aProgramIsExecutedToItsEnd() {
        rig.connect();
        RunOutcome outcome = rig.run(print(new Random(1), 100));
        assertTrue(outcome.isCompleted(), outcome::toString);
        assertEquals(112, outcome.progress().executed());
        assertEquals(101, path.size());
        assertEquals(0, outcome.resends());
        assertTrue(outcome.seconds() > 20, () -> "heating and homing take their time: " + outcome.seconds());
        assertEquals(0, machine.lostBytes());
    }

    @Test
    void executedNeverRunsAheadOfTheMachine() {
        rig.connect();
        rig.start(print(new Random(2), 200), SendLog.NONE);
        int known = 0;
        while (rig.outcome == null) {
            rig.seconds(0.05);
            int executed = rig.talk.progress().executed();
            assertTrue(rig.outcome != null || executed <= path.size() + 8, () -> executed + " of " + path.size());
            known = rig.outcome == null ? executed : known;
        }
        assertTrue(rig.outcome.isCompleted());
        assertTrue(known > 100, "certainly done before the end: " + known);
    }

    @Test
    void everyBuildOfTheFirmwareIsUnderstood() {
        for (boolean advanced : new boolean[]{true, false}) {
            for (boolean okWithResend : new boolean[]{true, false}) {
                var one = new Rig(new VirtualMarlin(new VirtualMarlin.Build(advanced, okWithResend), (_, _, _) -> {}),
                        MarlinConversation::new).connect();
                RunOutcome outcome = one.run(print(new Random(3), 50));
                assertTrue(outcome.isCompleted(), outcome::toString);
            }
        }
    }

    @Test
    void anUnknownCommandIsSaidAndTheRunGoesOn() {
        rig.connect();
        RunOutcome outcome = rig.run("G28\nM9999 S1\nG1 X5 F1000\n");
        assertTrue(outcome.isCompleted(), outcome::toString);
        assertEquals("machine.marlin-unknown", outcome.errors().getFirst().code());
        assertEquals(2, outcome.errors().getFirst().place().line());
    }

    @Test
    void holdingSendsNothingMore() {
        rig.connect();
        rig.start(print(new Random(4), 100), SendLog.NONE);
        rig.until(() -> path.size() > 10);
        rig.talk.hold(rig.now);
        rig.seconds(30);
        int held = path.size();
        assertEquals(MachineState.HOLD, rig.talk.status().state());
        rig.seconds(30);
        assertEquals(held, path.size());
        assertNull(rig.outcome);
        rig.talk.resume(rig.now);
        rig.until(() -> rig.outcome != null);
        assertTrue(rig.outcome.isCompleted());
    }

    @Test
    void anAbortStopsAndSwitchesHeatersOff() {
        rig.connect();
        rig.start(print(new Random(5), 100), SendLog.NONE);
        rig.until(() -> path.size() > 10);
        rig.talk.abort(rig.now);
        rig.until(() -> rig.outcome != null);
        assertEquals("aborted", rig.outcome.word());
        rig.seconds(3);
        assertTrue(rig.talk.status().temperatures().stream().allMatch(t -> t.target() == 0));
        assertTrue(path.size() < 60);
    }

    @Test
    void anAbortWhileHeatingDoesNotWaitForTheHeat() {
        rig.connect();
        rig.start("M109 S250\nG28\n", SendLog.NONE);
        rig.seconds(5);
        rig.talk.abort(rig.now);
        long asked = rig.now;
        rig.until(() -> rig.outcome != null);
        assertTrue(rig.now - asked < 8e9, () -> "it took " + (rig.now - asked) / 1e9);
    }

    @Test
    void anEmergencyStopHalts() {
        rig.connect();
        rig.start(print(new Random(6), 100), SendLog.NONE);
        rig.until(() -> path.size() > 10);
        rig.write(rig.talk.emergencyBytes());
        rig.talk.emergencyStopped(rig.now);
        assertEquals("aborted", rig.outcome.word());
        int stopped = path.size();
        rig.seconds(10);
        assertEquals(stopped, path.size());
        assertEquals(MachineState.HALTED, rig.talk.status().state());
        assertEquals("machine.halted",
                assertThrows(Fault.class, () -> rig.start("G28\n", SendLog.NONE)).code());
    }

    @Test
    void aResetInTheMiddleFailsTheRun() {
        rig.connect();
        rig.start(print(new Random(7), 100), SendLog.NONE);
        rig.until(() -> path.size() > 10);
        machine.powerOn(rig.now);
        rig.until(() -> rig.outcome != null);
        assertEquals("machine.was-reset", assertInstanceOf(Failed.class, rig.outcome.end()).reason().code());
    }

    @Test
    void badLinesAreRefusedBeforeAnythingIsSent() {
        rig.connect();
        rig.sent.clear();
        refused("machine.line-too-long", "G28\nG1 X" + "1".repeat(90));
        refused("machine.line-refused", "G28\nM28 file.gco");
        refused("machine.line-refused", "M112");
        refused("machine.line-unsafe", "G1 X5 *7 X6");
        assertEquals(List.of(), rig.sent);
        assertTrue(rig.run("N10 G28*22\nM117 Température 20 °C * ok\n").isCompleted());
    }

    private void refused(String code, String program) {
        assertEquals(code, assertThrows(Fault.class, () -> rig.start(program, SendLog.NONE)).code());
    }

    @Test
    void aJogStopsWhenNobodyAsksForIt() {
        rig.connect();
        for (int i = 0; i < 40; i++) {
            rig.talk.jog(new Position(20, 0, 0), rig.now);
            rig.flush();
            rig.seconds(0.05);
        }
        double at = machine.position(rig.now).x();
        assertTrue(at > 20, () -> "two seconds at up to 20 mm/s: " + at);
        rig.seconds(3);
        double further = machine.position(rig.now).x() - at;
        assertTrue(further <= 20 * 0.1 + 2 + 0.5, () -> "it went on for " + further);
    }
}
