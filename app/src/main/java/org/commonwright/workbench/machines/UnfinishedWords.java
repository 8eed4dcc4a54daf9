package org.commonwright.workbench.machines;

import org.commonwright.i18n.Messages;
import org.commonwright.machine.journal.JournalReport;

/// What is certain of a run that was cut off, in words. Of one that had hardly begun that is nothing.
final class UnfinishedWords {
    private UnfinishedWords() {}

    static Messages.Key facts(JournalReport report) {
        int lines = report.head().lines();
        return report.executed() == 0
                ? Messages.Key.of("machines.unfinished-none", lines, report.sent())
                : Messages.Key.of("machines.unfinished-facts", report.executed(), lines, report.sent());
    }

    static Messages.Key notice(JournalReport report) {
        var head = report.head();
        return report.executed() == 0
                ? Messages.Key.of("machines.cut-off-none", head.program(), head.port(), head.lines())
                : Messages.Key.of("machines.cut-off", head.program(), head.port(), report.executed(), head.lines());
    }
}
