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
import org.commonwright.machine.grbl.GrblConversation;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunOutcome.Failed;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.junit.jupiter.api.Test;

class GrblRunTest {
    private final List<Position> path = new ArrayList<>();
    private final VirtualGrbl machine = new VirtualGrbl((_, to, _) -> path.add(to));
    private final Rig rig = new Rig(machine, GrblConversation::new);

    static String zigzag(Random random, int lines) {
        var text = new StringBuilder("(a test)\nG21 G90\nG0 X0 Y0 Z5\nF1500\n");
        for (int i = 0; i < lines; i++) {
            text.append(String.format(Locale.ROOT, "G1 X%.3f Y%.3f%n", random.nextDouble() * 100,
                    random.nextDouble() * 100));
        }
        return text.append("G0 Z10\nM2\n").toString();
    }

    @Test
    void itKnowsWhatItTalksTo() {
        rig.connect();
        assertEquals("1.1h", rig.talk.info().version());
        assertEquals(128, rig.talk.info().receiveBytes());
        assertEquals(15, rig.talk.info().plannerBlocks());
        assertEquals(200, rig.talk.info().setting("$120", 0));
    }

    @Test
    void aProgramIsExecutedToItsEnd() {
        rig.connect();
        RunOutcome outcome = rig
                .run("G21G90\nG0X10Y0\n\n; a comment\nG1X10Y10F600\nG2X20Y0I0J-10\nM3S1000\nG4P0.5\nG1Z-1\n");
        assertTrue(outcome.isCompleted(), outcome::toString);
        assertEquals(9, outcome.progress().executed());
        assertEquals(9, outcome.progress().lines());
        assertEquals(new Position(20, 0, -1), path.getLast());
        assertTrue(outcome.seconds() > 2, outcome::toString);
    }

    @Test
    void theReceiveBufferIsFilledAndNeverOverrun() {
        rig.connect();
        RunOutcome outcome = rig.run(zigzag(new Random(1), 400));
        assertTrue(outcome.isCompleted(), outcome::toString);
        assertEquals(0, machine.lostBytes());
        assertEquals(402, path.size());
    }

    @Test
    void executedNeverRunsAheadOfTheMachine() {
        rig.connect();
        rig.start(zigzag(new Random(2), 200), SendLog.NONE);
        int before = 0;
        while (rig.outcome == null) {
            rig.seconds(0.05);
            int executed = rig.talk.progress().executed();
            // Three lines of the lead-in and the last one are no moves.
            assertTrue(rig.outcome != null || executed <= path.size() + 4, () -> executed + " of " + path.size());
            assertTrue(executed >= before);
            before = executed;
        }
        assertTrue(rig.outcome.isCompleted());
    }

    @Test
    void lineNumbersSayWhatIsUnderWay() {
        rig.connect();
        // The machine does not report its buffers, and the moves are too small to be counted as certain.
        rig.run("$10=1\n");
        var text = new StringBuilder("N1 G21 G90 F60\n");
        for (int i = 2; i <= 60; i++) {
            text.append(String.format(Locale.ROOT, "N%d G1 X%.2f%n", i, i * 0.05));
        }
        rig.start(text.toString(), SendLog.NONE);
        int most = 0;
        while (rig.outcome == null) {
            rig.seconds(0.05);
            int executed = rig.talk.progress().executed();
            assertTrue(rig.outcome != null || executed <= path.size() + 1, () -> executed + " of " + path.size());
            most = rig.outcome == null ? executed : most;
        }
        assertTrue(rig.outcome.isCompleted());
        int last = most;
        assertTrue(last > 40, () -> "while it ran, no more was known than " + last);
    }

    @Test
    void aRefusedLineStopsTheRunAndSaysSo() {
        rig.connect();
        RunOutcome outcome = rig.run("G21G90F1000\nG1X50\nG1X51\nG99\nG1X60\nG1X70\n");
        var failed = assertInstanceOf(Failed.class, outcome.end());
        assertEquals("machine.grbl-refused-after", failed.reason().code());
        assertEquals(4, failed.reason().place().line());
        assertEquals(3, outcome.progress().acknowledged());
        assertTrue(machine.position(rig.now).x() <= 70);
        rig.seconds(1);
        assertEquals(MachineState.IDLE, rig.talk.status().state());
    }

    @Test
    void linesThatTouchTheEepromGoAlone() {
        rig.connect();
        RunOutcome outcome = rig.run("G21G90F1000\nG1X1\nG1X2\nG10L2P1X5\nG54\nG1X3\nG1X4\nG55\nG1X5\n$$\nG1X6\n");
        assertEquals("failed", outcome.word(), "$$ is only for an idle machine");
        outcome = rig.run("G21G90F1000\nG1X1\nG1X2\nG10L2P1X5\nG54\nG1X3\nG1X4\nG55\nG1X5\n");
        assertTrue(outcome.isCompleted(), outcome::toString);
        assertEquals(new Position(5, 0, 0), path.getLast());
    }

    @Test
    void anAbortComesToAStandAndKeepsThePosition() {
        rig.connect();
        rig.start(zigzag(new Random(3), 200), SendLog.NONE);
        rig.seconds(3);
        rig.talk.abort(rig.now);
        rig.until(() -> rig.outcome != null);
        assertEquals("aborted", rig.outcome.word());
        rig.seconds(1);
        assertEquals(MachineState.IDLE, rig.talk.status().state(), "no alarm: it stood before the reset");
        assertTrue(rig.outcome.progress().executed() < rig.outcome.progress().sent());
    }

    @Test
    void holdAndResume() {
        rig.connect();
        rig.start("G21G90F600\nG1X50\n", SendLog.NONE);
        rig.seconds(1);
        rig.talk.hold(rig.now);
        rig.seconds(1);
        assertEquals(MachineState.HOLD, rig.talk.status().state());
        Position held = machine.position(rig.now);
        rig.seconds(60);
        assertNull(rig.outcome);
        assertEquals(held, machine.position(rig.now));
        rig.talk.resume(rig.now);
        rig.until(() -> rig.outcome != null);
        assertTrue(rig.outcome.isCompleted());
        assertEquals(50, machine.position(rig.now).x(), 1e-9);
    }

    @Test
    void anEmergencyStopLocks() {
        rig.connect();
        rig.start("G21G90F600\nG1X50\n", SendLog.NONE);
        rig.seconds(1);
        rig.write(rig.talk.emergencyBytes());
        rig.talk.emergencyStopped(rig.now);
        assertEquals("aborted", rig.outcome.word());
        rig.seconds(1);
        assertEquals(MachineState.ALARM, rig.talk.status().state());
        assertThrows(Fault.class, () -> rig.start("G0X0\n", SendLog.NONE));
        rig.talk.unlock(rig.now);
        rig.seconds(1);
        assertEquals(MachineState.IDLE, rig.talk.status().state());
    }

    @Test
    void aResetInTheMiddleFailsTheRun() {
        rig.connect();
        rig.start(zigzag(new Random(4), 100), SendLog.NONE);
        rig.seconds(2);
        machine.powerOn(rig.now);
        rig.until(() -> rig.outcome != null);
        assertEquals("failed", rig.outcome.word());
    }

    @Test
    void aPulledPlugFailsTheRun() {
        rig.connect();
        rig.start(zigzag(new Random(5), 100), SendLog.NONE);
        rig.seconds(2);
        rig.unplug();
        assertEquals("machine.link-lost", assertInstanceOf(Failed.class, rig.outcome.end()).reason().code());
    }

    @Test
    void badLinesAreRefusedBeforeAnythingIsSent() {
        rig.connect();
        rig.sent.clear();
        refused("machine.line-too-long", "G0X1\nG1" + "X1.00000000".repeat(8));
        refused("machine.line-unsafe", "G0X1\nG1X!5");
        refused("machine.line-unsafe", "G0X1\nG1X5\u0018");
        refused("machine.line-unsafe", "G0X1\nG1Xé");
        refused("machine.line-refused", "G0X1\n$C");
        assertEquals(List.of(), rig.sent);
        assertTrue(
                rig.run("G0X1 (a comment may be as long as it likes, and say ! or é: it is not sent at all, never)\n")
                        .isCompleted());
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
        double end = machine.position(rig.now).x();
        // 100 ms of way, the time until the silence is noticed, and 20²/(2·100) mm of braking.
        assertTrue(end - at <= 20 * 0.1 + 2 + 0.5, () -> "it went on for " + (end - at));
        rig.seconds(0.3);
        assertEquals(MachineState.IDLE, rig.talk.status().state());
    }
}
