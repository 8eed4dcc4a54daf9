package org.commonwright.cli.fabrication;

import org.commonwright.cli.frame.CliContext;
import org.commonwright.i18n.Messages;
import org.commonwright.licence.Verdict;

/// Verdicts as lines for people.
final class LicenceSayings {
    private final CliContext context;

    LicenceSayings(CliContext context) {
        this.context = context;
    }

    /// The answer, its conditions, and that this is no legal advice.
    void say(Verdict verdict) {
        String key = switch (verdict.answer()) {
            case FREE -> "licence.says-free";
            case FEE -> "licence.says-fee";
            case NO -> "licence.says-no";
        };
        context.say(key, verdict.reason(), verdict.clause().isEmpty() ? verdict.licence() : verdict.clause());
        for (Messages.Key condition : verdict.conditions()) {
            context.say("licence.says-condition", condition);
        }
        context.say("licence.notice");
    }
}
