package org.commonwright.cli.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.trial.Trial;
import org.jspecify.annotations.Nullable;

/// Tries a program on a virtual machine and says what became of it.
final class TrialSaying {
    private final CliContext context;
    private final boolean asJson;

    TrialSaying(CliContext context, boolean asJson) {
        this.context = context;
        this.asJson = asJson;
    }

    /// @param entry gets an object `trial`
    void of(Program program, String dialect, ObjectNode entry) throws InterruptedException {
        Trial trial = Trial.of(program, dialect, context.progress());
        RunOutcome outcome = trial.outcome();
        ObjectNode node = entry.putObject("trial").put("outcome", outcome.word())
                .put("executed", outcome.progress().executed()).put("lines", outcome.progress().lines())
                .put("seconds", trial.estimate().seconds());
        Position end = trial.end().work();
        if (end != null) {
            node.putObject("end").put("x", end.x()).put("y", end.y()).put("z", end.z());
        }
        if (outcome.end() instanceof RunOutcome.Failed(var reason)) {
            node.put("reason", context.messages().get(reason)).put("reason_code", reason.code());
        }
        if (!asJson) {
            say(trial, end);
        }
    }

    private void say(Trial trial, @Nullable Position end) {
        RunOutcome outcome = trial.outcome();
        if (outcome.isCompleted()) {
            context.say("resume.says-trial-completed", outcome.progress().lines());
        } else {
            context.say("resume.says-trial-failed", outcome.progress().executed(), outcome.progress().lines());
        }
        if (outcome.end() instanceof RunOutcome.Failed(var reason)) {
            context.out().println("  " + context.messages().get(reason));
        }
        if (end != null) {
            context.say("resume.says-end", number(end.x()), number(end.y()), number(end.z()),
                    context.formats().duration(Duration.ofMillis((long) (trial.estimate().seconds() * 1000))));
        }
    }

    private String number(double value) {
        return context.formats().number(value, 2);
    }
}
