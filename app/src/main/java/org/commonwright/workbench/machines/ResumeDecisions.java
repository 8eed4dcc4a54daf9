package org.commonwright.workbench.machines;

import org.commonwright.i18n.Messages;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.workbench.area.Dialogs;

/// What a person may decide about a run that was cut off. What moves a machine or cannot be undone is asked for first.
final class ResumeDecisions {
    private final MachinesViewModel model;
    private final Dialogs dialogs;
    private final Runnable done;

    /// @param done called when there is nothing more to decide
    ResumeDecisions(MachinesViewModel model, Dialogs dialogs, Runnable done) {
        this.model = model;
        this.dialogs = dialogs;
        this.done = done;
    }

    void resume(JournalReport report, ResumePlan plan) {
        if (dialogs.confirm(Messages.Key.of("machines.ask-resume", report.head().port(), plan.lines().size(),
                report.head().program(), plan.next()), Messages.Key.of("machines.resume-go"))) {
            done.run();
            model.resume(report, plan);
        }
    }

    void scrap(JournalReport report) {
        if (dialogs.confirm(Messages.Key.of("machines.ask-scrap", report.head().program()),
                Messages.Key.of("machines.scrap"))) {
            done.run();
            model.settle(report, "scrapped");
        }
    }

    /// Keeps what would be sent as a program of its own; the run stays undecided.
    void keep(JournalReport report, ResumePlan plan) {
        dialogs.saveFile(Messages.Key.of("resume.keep"), "resume-" + report.head().program())
                .ifPresent(file -> model.keep(report, plan, file));
    }
}
