package org.commonwright.machine.marlin;

import org.commonwright.error.Problem;
import org.commonwright.machine.protocol.Question;
import org.jspecify.annotations.Nullable;

/// Lines outside of a run: how many wait for their answer, and the question that one of them may be. A question is the last line
/// that was sent, so it is answered when nothing waits any more.
final class MarlinAsking {
    private @Nullable Question question;
    private int unanswered;

    int unanswered() {
        return unanswered;
    }

    void sent() {
        unanswered++;
    }

    void ask(Question asked) {
        question = asked;
    }

    boolean isAsking() {
        return question != null && !question.isDone();
    }

    void heard(String line) {
        if (question != null) {
            question.heard(line);
        }
    }

    void ok() {
        unanswered = Math.max(0, unanswered - 1);
        if (question != null && unanswered == 0) {
            question.answered();
            question = null;
        }
    }

    /// Nothing that was asked will be answered any more.
    void none(String why) {
        unanswered = 0;
        if (question != null) {
            question.refused(Problem.error(null, why));
            question = null;
        }
    }

    /// Waiting is given up; a question stays.
    void forget() {
        unanswered = 0;
    }
}
