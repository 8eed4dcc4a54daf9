package org.commonwright.machine.marlin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An operator's lines that wait for a place between those of a program.
final class MarlinBetween {
    /// What numbers and checksums add to a line.
    private static final int FRAME = 16;
    private static final int MOST = 64;

    private final Deque<String> lines = new ArrayDeque<>();

    /// Not twice when it still waits.
    void add(String line) {
        if (!lines.contains(line) && lines.size() < MOST) {
            lines.add(line);
        }
    }

    /// The next one that has room; null for none.
    @Nullable
    String next(MarlinWindow window) {
        String line = lines.peek();
        return line != null && window.hasRoom(line.length() + FRAME) ? lines.poll() : null;
    }

    /// What never came to its turn.
    List<String> left() {
        return List.copyOf(lines);
    }
}
