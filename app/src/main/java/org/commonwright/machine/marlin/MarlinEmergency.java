package org.commonwright.machine.marlin;

import java.nio.charset.StandardCharsets;

/// The stop that does not ask. While Marlin writes to a file it obeys nothing, not even `M112`: the file is closed first, and the
/// stop is said once more when that has been read.
final class MarlinEmergency {
    private static final long CLOSED = 300_000_000L;

    private long again = Long.MAX_VALUE;

    /// A line end first: the stop must not become part of a line that is half written.
    static byte[] bytes(boolean writesFile) {
        return (writesFile ? "\nM29\nM112\n" : "\nM112\n").getBytes(StandardCharsets.US_ASCII);
    }

    void stopped(boolean wroteFile, long now) {
        again = wroteFile ? now + CLOSED : Long.MAX_VALUE;
    }

    /// Whether the stop is to be said once more.
    boolean isDue(long now) {
        boolean due = now >= again;
        again = due ? Long.MAX_VALUE : again;
        return due;
    }
}
