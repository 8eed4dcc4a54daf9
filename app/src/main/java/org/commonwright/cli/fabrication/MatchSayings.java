package org.commonwright.cli.fabrication;

import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.fabrication.workshop.Match;
import org.commonwright.fabrication.workshop.Refusal;

/// Matches as indented lines for people.
final class MatchSayings {
    private final CliContext context;

    MatchSayings(CliContext context) {
        this.context = context;
    }

    void say(List<Match> matches) {
        for (Match match : matches) {
            if (match.fits()) {
                line("fabrication.says-fits", match.machine().name());
            }
            for (Refusal refusal : match.refusals()) {
                line("fabrication.says-refused", match.machine().name(), refusal.reason());
            }
        }
    }

    private void line(String key, Object... arguments) {
        context.out().println("    " + context.messages().get(key, arguments));
    }
}
