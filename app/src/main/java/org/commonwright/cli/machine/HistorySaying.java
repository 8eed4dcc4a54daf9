package org.commonwright.cli.machine;

import java.time.Duration;
import java.time.ZoneId;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.machine.history.Check;
import org.commonwright.machine.history.Energy;
import org.commonwright.machine.history.PartSum;
import org.commonwright.machine.history.RunRecord;

/// Runs of the history in words.
final class HistorySaying {
    private static final String UNKNOWN = "–";

    private final CliContext context;

    HistorySaying(CliContext context) {
        this.context = context;
    }

    void line(RunRecord run) {
        context.say("history.says-run", run.id(), context.formats().dateTime(run.started(), ZoneId.systemDefault()),
                run.machine(), run.program(), run.outcome(), duration(run.seconds()), duration(run.estimate()));
    }

    void details(RunRecord run) {
        line(run);
        run.reason().ifPresent(key -> context.out().println("  " + context.messages().get(key.key(), key.arguments())));
        context.say("history.says-lines", run.executed(), run.lines(), run.resends(), run.firmware(), run.port());
        if (run.material().length() > 0) {
            context.say("history.says-material", number(run.material().length() / 1000),
                    number(run.material().volume() / 1000), number(run.material().grams()));
        }
        if (run.energy().how() != Energy.How.UNKNOWN) {
            context.say(run.energy().how() == Energy.How.METER ? "history.says-metered" : "history.says-energy",
                    number(run.energy().wattHours()));
        }
        if (run.pictures() > 0) {
            context.say("history.says-pictures", run.pictures());
        }
        if (run.check().verdict() != Check.Verdict.NONE || !run.check().note().isEmpty()) {
            context.say("history.says-check", run.check().verdict().word(), run.check().note());
        }
        run.gap().ifPresent(key -> context.out().println("  " + context.messages().get(key.key(), key.arguments())));
    }

    void sum(PartSum sum) {
        context.say("history.says-sum", sum.program(), sum.good(), sum.waste(), duration(sum.seconds()),
                known(sum.wattHoursEach()), known(sum.gramsEach()),
                sum.grams() > 0 ? number(sum.wastedGrams()) : UNKNOWN);
    }

    /// What was never weighed or measured is no 0.
    private String known(double value) {
        return value > 0 ? number(value) : UNKNOWN;
    }

    private String number(double value) {
        return context.formats().number(value, 1);
    }

    private String duration(double seconds) {
        return context.formats().duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
