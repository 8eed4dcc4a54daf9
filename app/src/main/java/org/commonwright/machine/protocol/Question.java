package org.commonwright.machine.protocol;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Problem;
import org.jspecify.annotations.Nullable;

/// A line that a machine is asked, and what it says until it has answered. A conversation fills it in under its session's lock.
public final class Question {
    /// More lines than any firmware's list has.
    private static final int MOST = 4096;

    private final String line;
    private final List<String> answer = new ArrayList<>();
    private final Runnable whenDone;
    private boolean done;
    private @Nullable Problem refusal;

    /// @param line as it is sent, without its end
    public Question(String line) {
        this(line, () -> {});
    }

    /// @param whenDone called under the session's lock
    public Question(String line, Runnable whenDone) {
        this.line = line;
        this.whenDone = whenDone;
    }

    public String line() {
        return line;
    }

    /// The machine said something while it was being asked.
    public void heard(String said) {
        if (!done && answer.size() < MOST) {
            answer.add(said);
        }
    }

    /// The machine is done with it.
    public void answered() {
        done = true;
        whenDone.run();
    }

    /// The machine refuses, or can no longer answer.
    public void refused(Problem why) {
        if (!done) {
            done = true;
            refusal = why;
            whenDone.run();
        }
    }

    public boolean isDone() {
        return done;
    }

    /// What it said so far, with whatever came in between.
    public List<String> answer() {
        return List.copyOf(answer);
    }

    /// How far it is, all in one look.
    public Look look() {
        return new Look(done, refusal, answer());
    }

    /// How far a question is.
    ///
    /// @param refusal why there is no answer; null while there may be one
    /// @param answer what the machine said so far, with whatever came in between
    public record Look(boolean done, @Nullable Problem refusal, List<String> answer) {}
}
