package org.commonwright.machine.health;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Measures a link while it talks. It looks at the bytes that leave and at the lines that come, so it needs nothing of a
/// dialect, and it costs some tens of nanoseconds a line. Not thread-safe: called under the session's lock.
public final class LinkMeter {
    private static final long STALL = 150_000_000L;
    private static final long MOST_BETWEEN = 1_000_000_000L;
    private static final long GREETING = 5_000_000_000L;
    private static final byte SOFT_RESET = 0x18;
    private static final double SECOND = 1e9;

    private final Unanswered lines = new Unanswered(256);
    private final Unanswered questions = new Unanswered(8);
    private final Durations answers = new Durations();
    private final Durations echoes = new Durations();
    private final Durations reactions = new Durations();
    private final LineSense sense = new LineSense();
    private final Fullness fullness = new Fullness();
    private final long opened;
    private final double bytesPerSecond;
    private int reconnects;
    private long lineCount;
    private long sent;
    private long received;
    private long echoBytes;
    private int lost;
    private int stalls;
    private int restarts;
    /// When it last had a reason to greet: it was opened, or told to start anew.
    private long greets;
    private long read;
    private boolean reacted = true;
    private long emptied;
    private boolean running;
    private boolean linesWait;
    private @Nullable LinkFigures beforeRun;
    private @Nullable LinkFigures lastRun;
    private long runBegan;
    private long ran;
    private long observed;
    private long starved;
    private long idle;

    /// @param bytesPerSecond what the wire carries by its settings, 0 when it has none
    public LinkMeter(long now, double bytesPerSecond) {
        this.opened = now;
        this.greets = now;
        this.bytesPerSecond = bytesPerSecond;
    }

    /// The port was open before.
    public void reconnects(int times) {
        reconnects = times;
    }

    /// A program begins.
    public void runBegins(long now) {
        runBegan = now;
        emptied = 0;
        linesWait = true;
        fullness.forget();
        beforeRun = figures(now);
        running = true;
    }

    public void runEnded(long now) {
        LinkFigures before = beforeRun;
        if (running && before != null) {
            ran += now - runBegan;
            running = false;
            lastRun = figures(now).since(before);
        }
    }

    /// Whether the running program still has lines to send; told now and then.
    public void linesWait(boolean more) {
        linesWait = more;
    }

    /// The run that goes on, or the last one; empty before the first.
    public Optional<LinkFigures> run(long now) {
        LinkFigures before = beforeRun;
        return running && before != null ? Optional.of(figures(now).since(before)) : Optional.ofNullable(lastRun);
    }

    /// Bytes leave now.
    ///
    /// @param bytes none when there was nothing to send
    public void wrote(byte[] bytes, long now) {
        if (!reacted && bytes.length > 0) {
            reactions.add(now - read);
        }
        reacted = true;
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lineLeft(i + 1 - from, now);
                from = i + 1;
            } else if (bytes[i] == '?' && i == from) {
                lost += questions.expire(now);
                questions.add(now, 1);
                from = i + 1;
            } else if (bytes[i] == SOFT_RESET) {
                greets = now;
            }
        }
        sent += bytes.length;
    }

    private void lineLeft(int length, long now) {
        lineCount++;
        if (running && emptied != 0 && lines.isEmpty()) {
            idle += now - emptied;
            emptied = 0;
        }
        lines.add(now, lines.isEmpty() ? length : 0);
    }

    /// A read is over.
    ///
    /// @param began when it began to wait
    /// @param bytes how many came, 0 for none
    public void read(long began, long now, int bytes) {
        if (now - began > STALL && bytes == 0) {
            stalls++;
        }
        if (bytes > 0) {
            received += bytes;
            read = now;
            reacted = false;
        }
    }

    /// A line came.
    ///
    public void heard(String line, long now) {
        switch (sense.of(line)) {
            case ANSWER -> answered(line, now);
            case REPORT -> {
                long asked = questions.take();
                if (asked >= 0) {
                    echo(now - asked, 1 + line.length() + 2);
                }
                observe(fullness.report(line), now);
            }
            case RESTART -> {
                restarts += now - greets > GREETING ? 1 : 0;
                lines.clear();
                questions.clear();
            }
            case RESEND -> lines.clear();
            case OTHER -> {
                // Nothing is waited for.
            }
        }
    }

    private void answered(String line, long now) {
        int alone = lines.lengthOfOldest();
        long left = lines.take();
        if (left >= 0) {
            answers.add(now - left);
            if (alone > 0 && !running) {
                echo(now - left, alone + line.length() + 2);
            }
        }
        if (running && linesWait && lines.isEmpty()) {
            emptied = now;
        }
        if (line.length() > 2) {
            observe(fullness.answer(line), now);
        }
    }

    private void echo(long nanos, int bytes) {
        echoes.add(nanos);
        echoBytes += bytes;
    }

    private void observe(Fullness.Look look, long now) {
        long between = fullness.since(now);
        if (running && linesWait && look != Fullness.Look.UNKNOWN && between > 0) {
            observed += Math.min(between, MOST_BETWEEN);
            starved += look == Fullness.Look.EMPTY ? Math.min(between, MOST_BETWEEN) : 0;
        }
    }

    /// Everything so far.
    public LinkFigures figures(long now) {
        double seconds = (now - opened) / SECOND;
        double runSeconds = (ran + (running ? now - runBegan : 0)) / SECOND;
        var damage = new LinkFigures.Damage(sense.resends(), sense.checksums(), sense.torn(), lost, sense.garbage(),
                restarts);
        var supply = new LinkFigures.Supply(runSeconds, observed / SECOND, starved / SECOND, idle / SECOND, stalls);
        return new LinkFigures(seconds, lineCount, sent, received, answers.copy(), echoes.copy(), echoBytes,
                reactions.copy(), damage, supply, wire(), reconnects);
    }

    /// A speed that is exceeded is none: native USB takes any number and keeps to none.
    private double wire() {
        boolean exceeded = echoes.count() > 0
                && echoes.percentile(10) / 1000 < 0.7 * echoBytes / echoes.count() / bytesPerSecond;
        return bytesPerSecond == 0 || exceeded ? 0 : bytesPerSecond;
    }
}
