package org.commonwright.workbench.machines.runs;

import java.time.Duration;
import org.commonwright.i18n.Formats;
import org.commonwright.machine.history.Check;
import org.commonwright.machine.history.RunRecord;
import org.commonwright.workbench.text.Texts;

/// Words of the history in the reader's language.
final class RunWords {
    private RunWords() {}

    static String outcome(Texts texts, String outcome) {
        return switch (outcome) {
            case "" -> "";
            case RunRecord.RUNNING -> texts.now("history.running");
            case "completed" -> texts.now("history.completed");
            case "aborted" -> texts.now("history.aborted");
            case "failed" -> texts.now("history.failed");
            case "killed" -> texts.now("history.killed");
            default -> outcome;
        };
    }

    static String check(Texts texts, Check.Verdict verdict) {
        return switch (verdict) {
            case NONE -> "";
            case GOOD -> texts.now("history.good");
            case SCRAP -> texts.now("history.scrap");
        };
    }

    static String duration(Formats formats, double seconds) {
        return formats.duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
