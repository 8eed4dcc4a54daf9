package org.commonwright.machine.marlin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Numbered lines: those that are not answered yet, and the last ones, in case Marlin wants some again.
final class MarlinWindow {
    private static final int KEPT = 128;
    /// An AVR's serial buffer.
    private static final int BYTES = 127;

    private final Sent[] kept = new Sent[KEPT];
    private final Deque<Sent> unanswered = new ArrayDeque<>();
    private int next = 1;
    private int lines = 1;

    /// A line that left.
    ///
    /// @param number Marlin's
    /// @param source its line in the file, 0 for a line of our own
    record Sent(int number, int source, String line) {
        String wire() {
            return MarlinLines.numbered(number, line);
        }
    }

    /// Numbers a line and takes it for sent.
    Sent send(int source, String line) {
        var sent = new Sent(next, source, line);
        kept[next % KEPT] = sent;
        next++;
        unanswered.add(sent);
        return sent;
    }

    /// Whether another line may leave.
    boolean hasRoom(int length) {
        if (unanswered.isEmpty()) {
            return true;
        }
        int bytes = unanswered.stream().mapToInt(sent -> sent.wire().length() + 1).sum();
        return unanswered.size() < lines && bytes + length <= BYTES;
    }

    /// How many lines may be unanswered at once.
    void lines(int newLines) {
        lines = newLines;
    }

    int lines() {
        return lines;
    }

    int size() {
        return unanswered.size();
    }

    boolean isEmpty() {
        return unanswered.isEmpty();
    }

    @Nullable
    Sent oldest() {
        return unanswered.peek();
    }

    /// The line of the file that an answer now is about.
    ///
    /// @param otherwise when nothing waits for an answer
    int source(int otherwise) {
        return unanswered.isEmpty() ? otherwise : unanswered.peek().source();
    }

    @Nullable
    Sent pop() {
        return unanswered.poll();
    }

    /// The number that the next new line gets.
    int next() {
        return next;
    }

    /// Forgets that `number` and what came after it were sent.
    ///
    /// @return the lines to send again, empty when they are no longer known
    Optional<List<Sent>> rewind(int number) {
        if (number > next || number < Math.max(1, next - KEPT)) {
            return Optional.empty();
        }
        unanswered.removeIf(sent -> sent.number() >= number);
        List<Sent> again = new ArrayList<>();
        for (int n = number; n < next; n++) {
            again.add(kept[n % KEPT]);
        }
        return Optional.of(again);
    }

    /// A line that leaves once more.
    void again(Sent sent) {
        unanswered.add(sent);
    }
}
