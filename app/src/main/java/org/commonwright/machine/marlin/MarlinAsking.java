package org.commonwright.machine.marlin;

import java.util.ArrayDeque;
import java.util.Deque;
import org.commonwright.error.Problem;
import org.commonwright.machine.protocol.Question;
import org.jspecify.annotations.Nullable;

/// Lines outside of a run that wait for their answer, and the question that one of them may be. A question is the last line that was
/// sent, so it is answered when nothing waits any more. An answer that was lost on the cable is given up after a while: else it would
/// be missing for ever, and with it all that are counted after it.
final class MarlinAsking {
    private static final long ANSWER = 5_000_000_000L;
    private static final long SLOW_ANSWER = 600_000_000_000L;
    private static final long ON_ITS_WAY = 1_000_000_000L;

    private final Deque<Sent> waiting = new ArrayDeque<>();
    private @Nullable Question question;
    private boolean keepsAlive;
    private long now;
    private long since;

    /// @param poll whether the program asks it again and again
    private record Sent(String line, boolean poll) {}

    int unanswered() {
        return waiting.size();
    }

    /// @param poll whether the program asks it again and again
    void sent(String line, boolean poll) {
        if (waiting.isEmpty()) {
            since = now;
        }
        waiting.add(new Sent(line, poll));
    }

    /// Whether a line that comes now says nothing to a person: it answers a poll, or comes by itself while nothing of a person's waits.
    boolean isRoutine(String line) {
        Sent oldest = waiting.peek();
        boolean report = MarlinReport.isReport(line);
        return oldest == null ? report : oldest.poll && (report || line.equals("ok") || line.startsWith("ok "));
    }

    void ask(Question asked) {
        question = asked;
    }

    boolean isAsking() {
        return question != null && !question.isDone();
    }

    /// A line that is no `ok`.
    void heard(String line) {
        if (line.startsWith("echo:busy")) {
            keepsAlive = true;
            since = now;
        } else if (line.equals("wait") && now - since > ON_ITS_WAY) {
            // It has nothing to do, so it has answered everything.
            giveUp();
        }
        if (question != null) {
            question.heard(line);
        }
    }

    void ok() {
        waiting.poll();
        since = now;
        if (question != null && waiting.isEmpty()) {
            question.answered();
            question = null;
        }
    }

    void tick(long time) {
        now = time;
        Sent oldest = waiting.peek();
        if (oldest != null && now - since > (isSlow(oldest.line) ? SLOW_ANSWER : ANSWER)) {
            giveUp();
        }
    }

    /// What heats or waits for a person says so in its own words; what moves says that it is busy, where the firmware does.
    private boolean isSlow(String line) {
        return MarlinLines.isSlow(line) && !(keepsAlive && MarlinLines.waits(line));
    }

    private void giveUp() {
        waiting.clear();
        if (question != null) {
            question.refused(Problem.error(null, "machine.question-lost", question.line()));
            question = null;
        }
    }

    /// Nothing that was asked will be answered any more.
    void none(String why) {
        waiting.clear();
        if (question != null) {
            question.refused(Problem.error(null, why));
            question = null;
        }
    }

    /// Waiting is given up; a question stays.
    void forget() {
        waiting.clear();
    }
}
