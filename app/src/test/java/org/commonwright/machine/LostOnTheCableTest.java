package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.commonwright.error.Problem;
import org.commonwright.machine.grbl.GrblConversation;
import org.commonwright.machine.journal.Journal;
import org.commonwright.machine.journal.JournalHead;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunOutcome.Failed;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// GRBL has no checksums: what a cable loses or changes is known by what does not fit afterwards, and must not be claimed.
class LostOnTheCableTest {
    private static final int MOVES = 120;
    private static final int SPOILT = 60;

    private static String program() {
        var text = new StringBuilder("G21G90F1500\n");
        for (int i = 2; i <= MOVES; i++) {
            text.append(String.format(Locale.ROOT, "G1X%d.25Y%d%n", i, i % 7));
        }
        return text.toString();
    }

    /// The line of the program that moves to this X is the line of that number.
    private static Rig rig(UnaryOperator<String> spoil) {
        return new Rig(new LosingMachine(new VirtualGrbl((_, _, _) -> {}), spoil, UnaryOperator.identity()),
                GrblConversation::new).connect();
    }

    private static RunOutcome lose(boolean buffers) {
        Rig rig = rig(line -> line.startsWith("G1X" + SPOILT + ".25") ? null : line);
        if (!buffers) {
            rig.run("$10=1\n");
        }
        return rig.run(program());
    }

    @Test
    void aLineThatWasLostIsNotSaidToBeDone() {
        RunOutcome seen = lose(true);
        Failed failed = assertInstanceOf(Failed.class, seen.end());
        assertEquals("machine.answers-lost", failed.reason().code());
        int certain = seen.progress().executed();
        assertTrue(certain < SPOILT, () -> "line " + SPOILT + " was lost, and certain is " + certain);
        assertTrue(certain > SPOILT / 2, () -> "reports prove more than " + certain);
        assertEquals(List.of(1, certain), failed.reason().arguments());
        // Without reports of the buffers nothing is proven once the planner is full and lines wait for their answers.
        RunOutcome blind = lose(false);
        assertTrue(blind.progress().executed() <= 20, blind::toString);
    }

    /// One bit of a byte of the line is flipped on its way.
    private static Problem flipped(char from, char to) {
        RunOutcome outcome = rig(line -> line.startsWith("G1X" + SPOILT + ".25") ? line.replace(from, to) : line)
                .run(program());
        Problem reason = assertInstanceOf(Failed.class, outcome.end()).reason();
        assertEquals(SPOILT, Objects.requireNonNull(reason.place()).line());
        assertTrue(outcome.progress().executed() < SPOILT, outcome::toString);
        assertEquals(List.of(reason), outcome.errors(), "it is said once");
        return reason;
    }

    @Test
    void aLineThatWasDamagedIsNotCalledWrong() {
        Problem reason = flipped('X', 'H');
        assertEquals("machine.grbl-damaged-after", reason.code());
        assertEquals("G1X60.25Y4", reason.arguments().getFirst());
        assertEquals("machine.grbl-damaged-after", flipped('1', 'q').code());
        assertEquals("machine.grbl-damaged-after", flipped('Y', 'X').code());
    }

    @Test
    void aWrongLineIsCalledWrong() {
        for (String wrong : List.of("G99X1", "G1Q4", "G1X1X2", "G0G1X2", "G1X", "1X2", "M3S-5", "$zzz", "G1X1.2.3")) {
            Rig rig = rig(UnaryOperator.identity());
            RunOutcome outcome = rig.run("G21G90F100\n" + wrong + "\n");
            assertEquals("machine.grbl-refused", assertInstanceOf(Failed.class, outcome.end()).reason().code(), wrong);
        }
    }

    @Test
    void theJournalTakesBackWhatIsInDoubt(@TempDir Path folder) {
        Program program = Program.of("part.nc", "G0X1\n".repeat(100));
        var head = new JournalHead("20260301T100000Z-test", "", program.name(), program.hash(), program.lines(),
                "virtual:grbl", "grbl", "Test 1", Instant.EPOCH, "0@gone");
        Journal journal = Journal.begin(folder, head, program);
        journal.next(90);
        Waiting.until(() -> journal.permitted() >= 90, "line 90 permitted");
        journal.executed(80);
        Waiting.until(() -> Journals.read(journal.path()).orElseThrow().executed() == 80, "line 80 written");
        journal.doubted(40);
        journal.executed(85);
        Waiting.until(() -> Journals.read(journal.path()).orElseThrow().executed() == 40, "the doubt written");
        journal.close();
        JournalReport report = Journals.read(journal.path()).orElseThrow();
        assertEquals(40, report.executed());
        assertTrue(report.sent() >= 90);
    }

    /// It takes every line and says for ever that it runs, at one place.
    @Test
    void aMachineThatNeverComesToAStandIsToldOf() {
        Rig rig = new Rig(new LosingMachine(new VirtualGrbl((_, _, _) -> {}), UnaryOperator.identity(),
                line -> line.replace("<Idle|", "<Run|")), GrblConversation::new).connect();
        Failed failed = assertInstanceOf(Failed.class, rig.run("G21G90\nG1X5F600\n").end());
        assertEquals("machine.never-done", failed.reason().code());
        // A last move that takes its time is not one.
        assertTrue(new Rig(new VirtualGrbl((_, _, _) -> {}), GrblConversation::new).connect()
                .run("G21G90\nG1X2F1\n").isCompleted());
    }
}
