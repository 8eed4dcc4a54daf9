package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.machine.grbl.GrblConversation;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Question;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.protocol.Signal;
import org.commonwright.machine.virtual.Surface;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.junit.jupiter.api.Test;

/// What GRBL does otherwise than one would think, and what an operator tells it in the middle of its work.
class GrblQuirksTest {
    private static final String MILLING = "G21G90\nM3S1000\nM8\nG1X30F600\nG1X0\nG1X30\nM5\nM9\n";

    private final List<Double> cuts = new ArrayList<>();
    private final VirtualGrbl machine = new VirtualGrbl((_, _, spindle) -> cuts.add(spindle), Surface.board(1));
    private final Rig rig = new Rig(machine, GrblConversation::new);

    private List<String> ask(String line) {
        var question = new Question(line);
        rig.talk.ask(question, rig.now);
        rig.until(question::isDone);
        assertEquals(null, question.look().refusal());
        return question.answer();
    }

    @Test
    void leavingCheckModeIsOverOnlyWithTheBanner() {
        rig.connect();
        assertTrue(ask("$C").contains("[MSG:Enabled]"));
        rig.until(() -> rig.talk.status().state() == MachineState.CHECK);
        int heard = rig.received.size();
        ask("$C");
        assertTrue(rig.received.subList(heard, rig.received.size()).stream().anyMatch(l -> l.startsWith("Grbl ")));
        assertTrue(ask("$G").getFirst().startsWith("[GC:G0 G54"));
    }

    @Test
    void aBoardWhoseMemoryIsBlankIsReadAllTheSame() {
        machine.blank();
        rig.connect();
        assertTrue(rig.text().startsWith("error:7\n$0=10"), rig.text());
        assertEquals("1.1h", rig.talk.info().version());
        assertEquals(List.of("error:7"), ask("$#"));
        assertEquals(List.of("[G54:0.000,0.000,0.000]", "error:7"), ask("$#").stream().filter(l -> !l.startsWith("<"))
                .toList().reversed().subList(0, 2).reversed());
        assertEquals(List.of("error:7", "error:7"), ask("$N"));
        assertEquals(List.of("$N0=", "$N1="), ask("$N"));
        assertTrue(rig.run("G21G90\nG55\nG0X1\n").isCompleted());
    }

    @Test
    void aResetInMotionLocksAndTheAlarmIsKnown() {
        rig.connect();
        rig.start(MILLING, SendLog.NONE);
        rig.until(() -> rig.talk.status().feed() > 500);
        for (byte b : rig.talk.emergencyBytes()) {
            rig.outlet.raw(b);
        }
        rig.talk.emergencyStopped(rig.now);
        rig.until(() -> rig.talk.status().state() == MachineState.ALARM);
        assertTrue(rig.text().contains("ALARM:3"), rig.text());
        assertEquals("machine.locked",
                assertThrows(Fault.class, () -> rig.start("G0X1\n", SendLog.NONE)).code());
        rig.talk.unlock(rig.now);
        rig.until(() -> rig.talk.status().state() == MachineState.IDLE);
    }

    @Test
    void homingSaysNothingForAsLongAsItTakes() {
        rig.connect();
        rig.seconds(1);
        var home = new Question("$H");
        rig.talk.ask(home, rig.now);
        rig.seconds(0.2);
        int heard = rig.received.size();
        rig.seconds(1.5);
        assertEquals(heard, rig.received.size(), "no report comes while it homes");
        rig.until(home::isDone);
        rig.until(() -> rig.talk.status().state() == MachineState.IDLE);
        rig.talk.ask(new Question("$H"), rig.now);
        rig.seconds(0.5);
        rig.talk.signal(Signal.RESET, rig.now);
        rig.until(() -> rig.text().contains("ALARM:6"));
    }

    /// GRBL, `limits_go_home`: the machine's zero is at the upper end of each axis.
    @Test
    void afterHomingItStandsPulledOffItsSwitches() {
        rig.connect();
        ask("$H");
        assertEquals(new Position(-1, -1, -1), machine.position(rig.now));
        ask("$23=5");
        ask("$27=2.5");
        ask("$H");
        assertEquals(new Position(-297.5, -2.5, -77.5), machine.position(rig.now));
        assertEquals(List.copyOf(rig.talk.info().settings().keySet()).subList(0, 8),
                List.of("$0", "$1", "$2", "$3", "$4", "$5", "$6", "$10"));
    }

    @Test
    void aLineMayHaveSeventyNineCharactersAndItsEnd() {
        rig.connect();
        String longest = "G1X" + "0".repeat(73) + "1F9";
        assertEquals(79, longest.length());
        assertTrue(rig.run(longest + "\n").isCompleted());
        assertEquals("machine.line-too-long",
                assertThrows(Fault.class, () -> rig.start(longest + "0\n", SendLog.NONE)).code());
        assertEquals("machine.command-refused",
                assertThrows(Fault.class, () -> rig.talk.command(longest + "0", rig.now)).code());
    }

    @Test
    void whatActsAtOnceIsNotHiddenInALine() {
        rig.connect();
        for (String line : List.of("G0X1!", "$0=11~", "G4 ? P1", "!~", "!!")) {
            assertEquals("machine.command-refused",
                    assertThrows(Fault.class, () -> rig.talk.command(line, rig.now)).code(), line);
        }
        rig.talk.command("!", rig.now);
        rig.talk.command("~", rig.now);
        rig.seconds(0.5);
        assertEquals(MachineState.IDLE, rig.talk.status().state());
    }

    @Test
    void theDoorSwitchesTheToolOffAndBringsItBackBeforeItGoesOn() {
        rig.connect();
        rig.start(MILLING, SendLog.NONE);
        rig.until(() -> rig.talk.status().feed() > 500);
        rig.talk.signal(Signal.DOOR, rig.now);
        rig.until(() -> rig.talk.status().state() == MachineState.DOOR && rig.talk.status().code() == 0);
        rig.seconds(2);
        assertEquals(0, rig.talk.status().spindle());
        assertEquals("", rig.talk.status().overrides().accessories());
        Position stood = machine.position(rig.now);
        rig.talk.resume(rig.now);
        rig.until(() -> rig.talk.status().code() == 3);
        assertEquals(stood, machine.position(rig.now), "the spindle first comes up to speed");
        assertEquals(1000, rig.talk.status().spindle());
        rig.until(() -> rig.outcome != null);
        assertTrue(rig.outcome.isCompleted(), rig.outcome::toString);
        assertEquals(List.of(1000.0, 1000.0, 1000.0), cuts);
    }

    @Test
    void overridesCoolantAndSpindleStopAreSeenInTheReports() {
        rig.connect();
        rig.start(MILLING, SendLog.NONE);
        rig.until(() -> rig.talk.status().feed() > 500);
        rig.talk.signal(Signal.MIST, rig.now);
        rig.until(() -> rig.talk.status().overrides().accessories().equals("SFM"));
        rig.talk.signal(Signal.SPINDLE_STOP, rig.now);
        rig.seconds(1);
        assertEquals(1000, rig.talk.status().spindle(), "it is heard only in a hold");
        rig.talk.hold(rig.now);
        rig.until(() -> rig.talk.status().state() == MachineState.HOLD && rig.talk.status().code() == 0);
        rig.talk.signal(Signal.SPINDLE_STOP, rig.now);
        rig.until(() -> rig.talk.status().spindle() == 0);
        rig.talk.resume(rig.now);
        rig.until(() -> rig.outcome != null);
        assertTrue(rig.outcome.isCompleted(), rig.outcome::toString);
        rig.seconds(2);
        assertEquals("", rig.talk.status().overrides().accessories().replace("M", ""));
    }

    @Test
    void anAbortStopsTheMotionThenTheTool() {
        rig.connect();
        rig.start(MILLING, SendLog.NONE);
        rig.until(() -> rig.talk.status().feed() > 500);
        rig.talk.abort(rig.now);
        double turning = rig.talk.status().spindle();
        rig.until(() -> rig.talk.status().state() == MachineState.HOLD);
        assertEquals(1000, turning);
        rig.until(() -> rig.outcome != null);
        Position stood = machine.position(rig.now);
        rig.seconds(1);
        assertFalse(rig.text().contains("ALARM"), "the position is kept");
        assertEquals(0, rig.talk.status().spindle());
        assertEquals(MachineState.IDLE, rig.talk.status().state());
        assertEquals(stood, machine.position(rig.now));
        assertTrue(ask("$G").getFirst().contains("M5 M9"));
    }

    @Test
    void whoeverWakesUpIsLocked() {
        rig.connect();
        rig.talk.command("$SLP", rig.now);
        rig.until(() -> rig.talk.status().state() == MachineState.SLEEP);
        assertEquals("machine.locked",
                assertThrows(Fault.class, () -> rig.start("G0X1\n", SendLog.NONE)).code());
        rig.talk.signal(Signal.RESET, rig.now);
        rig.until(() -> rig.talk.status().state() == MachineState.ALARM);
        assertTrue(rig.text().contains("[MSG:'$H'|'$X' to unlock]"));
    }
}
