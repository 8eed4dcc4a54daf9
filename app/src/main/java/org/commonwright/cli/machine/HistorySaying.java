package org.commonwright.cli.machine;

import java.time.Duration;
import java.time.ZoneId;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.machine.history.Check;
import org.commonwright.machine.history.Energy;
import org.commonwright.machine.history.PartSum;
import org.commonwright.machine.history.RunRecord;
import org.jspecify.annotations.Nullable;

/// Runs of the history in words.
final class HistorySaying {
    private final CliContext context;

    HistorySaying(CliContext context) {
        this.context = context;
    }

    void line(RunRecord run) {
        context.say("history.says-run", run.id(), context.formats().dateTime(run.started(), ZoneId.systemDefault()),
                run.machine(), run.program(), run.outcome(), taken(run.seconds()), taken(run.estimate()));
    }

    void details(RunRecord run) {
        line(run);
        run.reason().ifPresent(key -> context.out().println("  " + context.messages().get(key.key(), key.arguments())));
        context.say("history.says-lines", run.executed(), run.lines(), run.resends(), run.firmware(), run.port());
        if (run.material().length() > 0) {
            context.say("history.says-material", number(run.material().length() / 1000),
                    number(run.material().volume() / 1000),
                    known(run.material().grams() > 0 ? run.material().grams() : null, "history.in-grams"));
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
        context.say("history.says-sum", sum.program(), sum.good(), sum.unchecked(), sum.waste(),
                duration(sum.seconds()), known(sum.energy().each(), "history.watt-hours"),
                known(sum.grams().each(), "history.in-grams"), known(sum.wasted().total(), "history.in-grams"));
    }

    /// @param unit the key of a text that takes the number
    private String known(@Nullable Double value, String unit) {
        return value == null
                ? context.messages().get("history.not-known")
                : context.messages().get(unit, number(value));
    }

    private String number(double value) {
        return context.formats().number(value, 1);
    }

    /// How long a killed run took nobody wrote down, and no time at all would be wrong.
    private String taken(double seconds) {
        return seconds > 0 ? duration(seconds) : "—";
    }

    private String duration(double seconds) {
        return context.formats().duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
