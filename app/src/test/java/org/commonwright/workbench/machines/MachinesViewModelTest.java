package org.commonwright.workbench.machines;

import java.util.ArrayList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.machine.JournaledRun;
import org.commonwright.machine.Machines;
import org.commonwright.machine.journal.Journal;
import org.commonwright.machine.journal.JournalHead;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.notice.Notice;
import org.commonwright.workbench.notice.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachinesViewModelTest {
    private static final String PORT = "virtual:grbl?speed=0";

    @TempDir
    Path folder;

    private final Notices notices = new Notices(Runnable::run);
    private final List<Notice> told = new ArrayList<>();
    private MachinesViewModel model;

    @BeforeEach
    void cutOff() {
        Program program = Program.of("plate.nc", "G21G90\nG0Z5\nG0X10Y10\nM3S8000\nG1Z-1F200\nG1X20F300\nG0Z5\nM5\n");
        var head = new JournalHead("20260301T100000Z-x", "", program.name(), program.hash(), program.lines(), PORT,
                "grbl", "Grbl 1.1h", Instant.parse("2026-03-01T10:00:00Z"), "999999999@killed");
        try (Journal journal = Journal.begin(folder, head, program)) {
            journal.next(6);
            journal.executed(5);
        }
        notices.listen(told::add);
        var journaled = new JournaledRun(folder, Clock.systemUTC());
        model = new MachinesViewModel(new Machines(), new InlineTasks(), Runnable::run, notices,
                (session, run, begun, watch) -> journaled.run(session, run, "", begun::accept, watch).outcome(),
                new RunHistory(folder, Clock.systemUTC()), List::of);
    }

    @AfterEach
    void close() {
        model.close();
    }

    private ResumePlan plan(JournalReport report) {
        ResumeViewModel resuming = model.resuming(report);
        resuming.open();
        return resuming.plan();
    }

    @Test
    void aRunThatWasCutOffGoesOnFromTheWindowAndIsSettled() {
        JournalReport report = model.unfinished().getFirst();
        ResumePlan plan = plan(report);
        assertTrue(plan.refusal().isEmpty(), plan::toString);
        model.resume(report, plan);
        assertEquals(List.of(), told);
        MachineViewModel machine = model.connected().getFirst();
        RunOutcome outcome = machine.outcome().get();
        assertTrue(outcome != null && outcome.isCompleted(), () -> String.valueOf(outcome));
        assertEquals("plate.nc (" + plan.next() + "…)", machine.program().value().program().name());
        assertEquals(Optional.of("resumed"), Journals.find(folder, report.head().id()).settled());
        assertEquals(List.of(), model.unfinished());
    }

    @Test
    void aRunOfAJobIsNotSettledHere() {
        JournalReport report = model.unfinished().getFirst();
        var head = report.head();
        var ofAJob = new JournalReport(new JournalHead(head.id(), "job-1", head.program(), head.hash(), head.lines(),
                head.port(), head.dialect(), head.machine(), head.started(), head.process()), report.executed(),
                report.sent(), report.ended(), report.running(), report.settled(), report.damaged());
        model.settle(ofAJob, "scrapped");
        assertEquals(1, told.size());
        assertEquals(Optional.empty(), Journals.find(folder, head.id()).settled());
    }

    @Test
    void anotherKindOfMachineDoesNotGoOn() {
        JournalReport report = model.unfinished().getFirst();
        var head = report.head();
        var elsewhere = new JournalReport(new JournalHead(head.id(), "", head.program(), head.hash(), head.lines(),
                "virtual:marlin?speed=0", head.dialect(), head.machine(), head.started(), head.process()),
                report.executed(), report.sent(), report.ended(), false, report.settled(), 0);
        model.resume(elsewhere, plan(report));
        assertEquals(List.of("machines.resume-other"), told.stream().map(n -> n.text().key()).toList());
        assertEquals(1, model.unfinished().size());
    }

    @Test
    void whatWasCutOffIsToldOnceAtTheStart() {
        List<Integer> executed = new ArrayList<>();
        model.whenFirstRead(report -> executed.add(report.executed()));
        model.refreshUnfinished();
        assertEquals(1, executed.size());
    }
}
