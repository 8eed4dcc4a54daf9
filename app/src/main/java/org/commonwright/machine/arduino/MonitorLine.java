package org.commonwright.machine.arduino;

import java.time.Instant;

/// A line of a board's monitor.
///
/// @param number counts all lines since the monitor was opened, from 1
/// @param at when its end was there
/// @param sent whether it went to the board
public record MonitorLine(long number, Instant at, boolean sent, byte[] bytes) {
    /// With bytes that are no text as `\xFF`.
    public String text() {
        return BoardText.of(bytes);
    }

    /// All bytes, as `48 65 6C`.
    public String hex() {
        return BoardText.hex(bytes);
    }
}
