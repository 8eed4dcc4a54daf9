package org.commonwright.machine.marlin;

import org.jspecify.annotations.Nullable;

/// How long an answer is waited for, and when a machine counts as silent. A firmware that says when it is busy is given up sooner
/// than one that does not; heating and waiting for a person may take long either way.
final class MarlinPatience {
    private static final long ANSWER = 5_000_000_000L;
    private static final long SLOW_ANSWER = 600_000_000_000L;
    private static final long SILENCE = 30_000_000_000L;
    private static final long ON_ITS_WAY = 1_000_000_000L;
    private static final int POKES = 5;
    /// Marlin says that it is busy once a second at the most (`M113`).
    private static final long KEEPALIVE = 100_000_000L;

    private long since;
    private long answered;
    private int pokes;
    private boolean keepsAlive;
    /// Since when it has had what it does not answer.
    private long began;
    private boolean idles;
    private long busyAt = Long.MIN_VALUE / 2;

    MarlinPatience(long now) {
        from(now);
        answered = now;
    }

    /// The waiting begins anew.
    void from(long now) {
        since = now;
        began = now;
        idles = false;
    }

    void answered(long now) {
        pokes = 0;
        from(now);
        answered = now;
    }

    /// It said that it is busy. One that says so without a breath, or after it has said that it waits, does not count.
    void busy(long now) {
        keepsAlive = true;
        if (!idles && now - busyAt > KEEPALIVE) {
            since = now;
        }
        busyAt = now;
    }

    /// It said that it waits for lines (`wait`): what is not answered by then was answered, and the answer was lost.
    void idle(long now) {
        if (now - began > ON_ITS_WAY) {
            since = now - SLOW_ANSWER - 1;
            idles = true;
        }
    }

    void poked(long now) {
        pokes++;
        from(now);
    }

    /// @param line the oldest that is not answered
    /// @param heard when the machine last said anything
    boolean isSilent(@Nullable String line, long now, long heard) {
        return now - heard > SILENCE && !(line != null && MarlinLines.isSlow(line)) || pokes > POKES;
    }

    /// Since when nothing that counts was heard: of a machine that talks without answering, since its last answer.
    long silentSeconds(long now, long heard) {
        return (now - (pokes > POKES ? Math.min(answered, heard) : heard)) / 1_000_000_000L;
    }

    boolean isLate(@Nullable String line, long now) {
        boolean slow = line != null && (MarlinLines.heats(line) || MarlinLines.isSlow(line) && !keepsAlive);
        return now - since > (slow ? SLOW_ANSWER : ANSWER);
    }
}
