package org.commonwright.machine.arduino;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// What a board said and was told, at most 50,000 lines and 8 MB of it: older lines make room and are counted. From any thread.
public final class MonitorLog {
    private static final int MOST_LINES = 50_000;
    private static final int MOST_BYTES = 8_000_000;
    /// What a line costs besides its text.
    private static final int LINE_BYTES = 64;
    /// What has no end for so long is no line; it is cut.
    private static final int LONGEST = 1024;

    private final InstantSource clock;
    /// Fair: a board that talks without end must not keep the window waiting.
    private final ReentrantLock lock = new ReentrantLock(true);
    private final ArrayDeque<MonitorLine> lines = new ArrayDeque<>();
    private final byte[] open = new byte[LONGEST];
    private int openLength;
    private long count;
    private long dropped;
    private long bytes;
    private long received;

    public MonitorLog(InstantSource clock) {
        this.clock = clock;
    }

    /// How much came, and what is not kept any more.
    ///
    /// @param lines of both directions
    /// @param dropped the oldest of them, which had to make room
    /// @param bytes that the board sent
    public record Counts(long lines, long dropped, long bytes) {}

    /// Bytes of the board, in any pieces.
    ///
    /// @return the lines that they complete
    public List<MonitorLine> received(byte[] buffer, int length) {
        List<MonitorLine> whole = new ArrayList<>();
        lock.lock();
        try {
            received += length;
            for (int i = 0; i < length; i++) {
                byte b = buffer[i];
                if (b == '\n' || openLength == LONGEST) {
                    whole.add(end());
                }
                if (b != '\n') {
                    open[openLength++] = b;
                }
            }
        } finally {
            lock.unlock();
        }
        return whole;
    }

    /// A line to the board.
    void sent(byte[] line) {
        lock.lock();
        try {
            add(true, line);
        } finally {
            lock.unlock();
        }
    }

    /// What was begun has no end any more: the board starts anew, or is gone.
    void cut() {
        lock.lock();
        try {
            if (openLength > 0) {
                end();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Forgets what is kept; the count goes on.
    public void clear() {
        lock.lock();
        try {
            lines.clear();
            bytes = 0;
            dropped = 0;
            openLength = 0;
        } finally {
            lock.unlock();
        }
    }

    /// The lines after one, as far as they are kept, at most that many of the newest.
    public List<MonitorLine> after(long number, int most) {
        lock.lock();
        try {
            long first = Math.max(number + 1, count - most + 1);
            List<MonitorLine> found = new ArrayList<>();
            var backwards = lines.descendingIterator();
            while (backwards.hasNext()) {
                MonitorLine line = backwards.next();
                if (line.number() < first) {
                    break;
                }
                found.add(line);
            }
            return found.reversed();
        } finally {
            lock.unlock();
        }
    }

    /// All lines that are kept.
    public List<MonitorLine> all() {
        return after(0, MOST_LINES);
    }

    /// What has come of a line without an end, as a prompt is; empty for nothing.
    public String unfinished() {
        lock.lock();
        try {
            return BoardText.of(Arrays.copyOf(open, openLength));
        } finally {
            lock.unlock();
        }
    }

    public Counts counts() {
        lock.lock();
        try {
            return new Counts(count, dropped, received);
        } finally {
            lock.unlock();
        }
    }

    private MonitorLine end() {
        int length = openLength > 0 && open[openLength - 1] == '\r' ? openLength - 1 : openLength;
        openLength = 0;
        return add(false, Arrays.copyOf(open, length));
    }

    private MonitorLine add(boolean sent, byte[] text) {
        var line = new MonitorLine(++count, clock.instant(), sent, text);
        lines.addLast(line);
        bytes += text.length + LINE_BYTES;
        while (lines.size() > MOST_LINES || bytes > MOST_BYTES) {
            bytes -= lines.removeFirst().bytes().length + LINE_BYTES;
            dropped++;
        }
        return line;
    }
}
