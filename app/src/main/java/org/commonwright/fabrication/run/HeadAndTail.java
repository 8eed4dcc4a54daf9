package org.commonwright.fabrication.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// Lines within bounds: the first ones and the last ones stay, those between them are counted. How it began and how it ended
/// is what somebody who reads a log looks for.
final class HeadAndTail {
    private final int headBytes;
    private final int tailBytes;
    private final StringBuilder head = new StringBuilder();
    private final Deque<String> tail = new ArrayDeque<>();
    private long inHead;
    private long inTail;
    private long leftOut;
    private long linesLeftOut;

    /// @param headBytes the most bytes of the beginning, in UTF-8
    /// @param tailBytes the most bytes of the end
    HeadAndTail(int headBytes, int tailBytes) {
        this.headBytes = headBytes;
        this.tailBytes = tailBytes;
    }

    /// @param line without its end, and shorter than either bound
    void add(String line) {
        long bytes = bytes(line);
        if (tail.isEmpty() && inHead + bytes <= headBytes) {
            head.append(line).append('\n');
            inHead += bytes;
            return;
        }
        tail.add(line);
        inTail += bytes;
        while (inTail > tailBytes) {
            long first = bytes(tail.remove());
            inTail -= first;
            leftOut += first;
            linesLeftOut++;
        }
    }

    long leftOut() {
        return leftOut;
    }

    /// The lines, with one between them that says what is not there.
    void appendTo(StringBuilder out) {
        out.append(head);
        if (leftOut > 0) {
            out.append("# ").append(linesLeftOut).append(" lines (").append(leftOut).append(" bytes) left out\n");
        }
        tail.forEach(line -> out.append(line).append('\n'));
    }

    private static long bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length + 1L;
    }
}
