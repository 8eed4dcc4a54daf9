package org.commonwright.workbench.machines;

import java.nio.file.Path;
import java.time.InstantSource;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.machine.protocol.Program;

/// The journals of this computer's runs.
///
/// @param folder as of [Journals#folder]
public record RunHistory(Path folder, InstantSource clock) {
    /// Runs that were cut off and that nobody has settled, the oldest first, and the journals that cannot be read.
    Journals.Listing unfinished() {
        Journals.Listing all = Journals.list(folder);
        return new Journals.Listing(all.reports().stream().filter(JournalReport::isOpen).toList(), all.problems());
    }

    public ResumePlan plan(JournalReport report) {
        return ResumePlan.of(report, Journals.program(folder, report.head()));
    }

    /// The program that was cut off.
    Program program(JournalReport report) {
        return Journals.program(folder, report.head());
    }

    /// The rest of a program as one of its own.
    ///
    /// @throws org.commonwright.error.Fault `machine.journal-of-a-job`
    public Program rest(JournalReport report, ResumePlan plan) {
        report.requireNoJob();
        return plan.program(Journals.program(folder, report.head()));
    }

    /// @throws org.commonwright.error.Fault `machine.journal-of-a-job`
    public void settle(JournalReport report, String how) {
        report.requireNoJob();
        Journals.settle(folder, report.head(), how, clock.instant());
    }
}
