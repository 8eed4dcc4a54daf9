package org.commonwright.machine.grbl;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The lines that GRBL has not yet answered, and how much of its receive buffer they may fill. Every `ok` and every `error`
/// answers the oldest; nothing else counts.
final class GrblWindow {
    private final Deque<Sent> unanswered = new ArrayDeque<>();
    private int bytes;
    private double pauses;

    /// A line that left.
    ///
    /// @param number its line in the file, 0 for a command outside of a program
    /// @param alone nothing may follow before its answer
    /// @param pause seconds that it may keep the machine standing
    record Sent(String line, int number, boolean alone, double pause) {
        int length() {
            return line.length() + 1;
        }
    }

    void push(Sent sent) {
        unanswered.add(sent);
        bytes += sent.length();
        pauses += sent.pause();
    }

    /// @return what was answered, null when nothing waited for an answer
    @Nullable
    Sent pop() {
        Sent sent = unanswered.poll();
        if (sent != null) {
            bytes -= sent.length();
            pauses = unanswered.isEmpty() ? 0 : pauses - sent.pause();
        }
        return sent;
    }

    @Nullable
    Sent oldest() {
        return unanswered.peek();
    }

    boolean isEmpty() {
        return unanswered.isEmpty();
    }

    int count() {
        return unanswered.size();
    }

    int bytes() {
        return bytes;
    }

    double pauses() {
        return pauses;
    }

    /// Whether the newest line must be answered before anything may follow.
    boolean isClosed() {
        Sent newest = unanswered.peekLast();
        return newest != null && newest.alone();
    }

    void clear() {
        unanswered.clear();
        bytes = 0;
        pauses = 0;
    }
}
