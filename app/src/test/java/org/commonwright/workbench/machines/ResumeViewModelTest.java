package org.commonwright.workbench.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.machine.journal.Journal;
import org.commonwright.machine.journal.JournalHead;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.notice.Notice;
import org.commonwright.workbench.notice.Notices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeViewModelTest {
    @TempDir
    Path folder;

    private final Notices notices = new Notices(Runnable::run);
    private final List<Notice> told = new ArrayList<>();
    private ResumeViewModel model;

    @BeforeEach
    void cutOff() {
        Program program = Program.of("plate.nc",
                "G21G90\nG0Z5\nG0X10Y10\nM3S8000\nG1Z-1F200\nG1X20F300\nG1X30\nG0Z5\nM5\n");
        var head = new JournalHead("20260301T100000Z-x", "", program.name(), program.hash(), program.lines(),
                "virtual:grbl", "grbl", "Grbl 1.1h", Instant.parse("2026-03-01T10:00:00Z"), "999999999@killed");
        try (Journal journal = Journal.begin(folder, head, program)) {
            journal.next(8);
            journal.executed(6);
            while (journal.permitted() < 8 && journal.failure().isEmpty()) {
                Thread.onSpinWait();
            }
        }
        notices.listen(told::add);
        model = new ResumeViewModel(Journals.find(folder, head.id()), new RunHistory(folder, Clock.systemUTC()),
                new InlineTasks(), notices, Optional::empty);
        model.open();
    }

    @Test
    void itBeginsAfterTheLastCertainLineAndAClickBeginsEarlier() {
        assertEquals(7, model.choice().get().from());
        model.fromMove(model.opened().value().file().toolpath().lastMoveAt(5));
        assertEquals(5, model.choice().get().from());
        assertTrue(model.lines().contains("G0X10.000Y10.000"), model.lines()::toString);
        model.fromMove(model.opened().value().path().moves() - 1);
        assertEquals(7, model.choice().get().from(), "no later than that");
        assertEquals(List.of(), told);
    }

    @Test
    void whatAPersonChangesIsCheckedAndTriedAnew() {
        model.simulate();
        assertTrue(model.tried().get().trial().outcome().isCompleted());
        assertEquals(List.of(), model.findings().stream().filter(p -> model.isRefused()).toList());
        model.lines(List.of("G0 X1 Y1", "G1 Q7 X2 F100"));
        assertNull(model.tried().get(), "what was tried is not what would be sent");
        assertTrue(model.isRefused());
        assertEquals("G1 Q7 X2 F100", model.plan().lines().getLast());
        model.simulate();
        assertNotNull(model.tried().get());
        assertFalse(model.tried().get().trial().outcome().isCompleted());
    }
}
