package org.commonwright.machine.grbl;

import java.util.ArrayDeque;
import java.util.Deque;
import org.commonwright.machine.protocol.Words;

/// A program's own `N` words, so that a reported `Ln:` can be told for a line of the file. Only numbers that rise are of use;
/// a program that repeats or reorders them is left alone.
final class GrblNumbers {
    private static final int KEPT = 512;

    private final Deque<int[]> sent = new ArrayDeque<>();
    private int highest;
    private boolean useless;

    /// A line left.
    void sent(String line, int number) {
        if (useless || !line.startsWith("N")) {
            return;
        }
        var words = new Words(line);
        if (!words.next()) {
            return;
        }
        int n = (int) words.value();
        useless = n <= highest;
        highest = n;
        sent.add(new int[]{n, number});
        if (sent.size() > KEPT) {
            sent.remove();
        }
    }

    /// The last line of the file that is done with when this one is under way, 0 when that cannot be said.
    int before(int reported) {
        if (useless || reported <= 0) {
            return 0;
        }
        return sent.stream().filter(entry -> entry[0] == reported).mapToInt(entry -> entry[1] - 1).findFirst()
                .orElse(0);
    }
}
