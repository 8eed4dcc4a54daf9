package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.commonwright.error.Problem;
import org.commonwright.machine.grbl.GrblConversation;
import org.commonwright.machine.marlin.MarlinConversation;
import org.commonwright.machine.protocol.Conversation;
import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.Outlet;
import org.commonwright.machine.protocol.Question;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.commonwright.machine.virtual.VirtualMachine;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.commonwright.machine.virtual.VirtualMarlin.Build;
import org.junit.jupiter.api.Test;

/// Outside of a run: an `ok` that the cable loses costs one question at most.
class LostAnswerTest {
    private boolean lose;

    private Rig rig(VirtualMachine machine, BiFunction<Outlet, ConversationEvents, Conversation> dialect) {
        return new Rig(new LosingMachine(machine, UnaryOperator.identity(), line -> {
            boolean lost = lose && line.startsWith("ok");
            lose &= !lost;
            return lost ? null : line;
        }), dialect).connect();
    }

    private static Question.Look ask(Rig rig, String line) {
        var question = new Question(line);
        rig.talk.ask(question, rig.now);
        rig.flush();
        long began = rig.now;
        rig.until(() -> question.isDone() || rig.now - began > 20_000_000_000L);
        assertTrue(question.isDone(), () -> line + " is never answered");
        assertTrue(rig.now - began < 9_000_000_000L, () -> "longer than a person would be told that it is silent");
        return question.look();
    }

    /// Loses the answer to a question, then that to a line that nobody waits for.
    private void recovers(Rig rig, String asks, String said, String command) {
        rig.seconds(2);
        lose = true;
        Problem refusal = ask(rig, asks).refusal();
        assertNotNull(refusal);
        assertEquals("machine.question-lost", refusal.code());
        assertEquals(List.of(asks), refusal.arguments());
        Question.Look again = ask(rig, asks);
        assertNull(again.refusal());
        assertTrue(again.answer().stream().anyMatch(line -> line.contains(said)), again::toString);
        lose = true;
        rig.talk.command(command, rig.now);
        rig.flush();
        rig.seconds(7);
        Question.Look after = ask(rig, asks);
        assertNull(after.refusal(), after::toString);
        assertTrue(after.answer().stream().anyMatch(line -> line.contains(said)), after::toString);
    }

    @Test
    void marlin() {
        recovers(rig(new VirtualMarlin(Build.USUAL, (_, _, _) -> {}), MarlinConversation::new), "M503", "M92", "M105");
    }

    /// Clocks begin anywhere.
    @Test
    void whatIsAskedFirstIsAnswered() {
        Rig rig = new Rig(new VirtualMarlin(Build.USUAL, (_, _, _) -> {}), MarlinConversation::new);
        rig.now = 1_000_000_000_000L;
        rig.connect();
        Question.Look look = ask(rig, "M503");
        assertNull(look.refusal());
        assertTrue(look.answer().stream().anyMatch(line -> line.contains("M92")), look::toString);
    }

    @Test
    void anOldMarlinThatIsPolled() {
        recovers(rig(new VirtualMarlin(new Build(false, false), (_, _, _) -> {}), MarlinConversation::new), "M503",
                "M92",
                "M105");
    }

    @Test
    void grbl() {
        Rig rig = rig(new VirtualGrbl((_, _, _) -> {}), GrblConversation::new);
        recovers(rig, "$G", "[GC:", "G21");
        assertTrue(rig.run("G21G90\nG0X3\n").isCompleted());
    }

    @Test
    void whatTakesItsTimeIsNoLostAnswer() {
        Rig mill = rig(new VirtualGrbl((_, _, _) -> {}), GrblConversation::new);
        var dwell = new Question("G4P30");
        mill.talk.ask(dwell, mill.now);
        mill.flush();
        mill.until(dwell::isDone);
        assertNull(dwell.look().refusal());
        Rig printer = rig(new VirtualMarlin(Build.USUAL, (_, _, _) -> {}), MarlinConversation::new);
        var heat = new Question("M109 S200");
        printer.talk.ask(heat, printer.now);
        printer.flush();
        printer.until(heat::isDone);
        assertNull(heat.look().refusal());
        assertTrue(printer.now > 20_000_000_000L);
    }
}
