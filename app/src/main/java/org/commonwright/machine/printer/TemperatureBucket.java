package org.commonwright.machine.printer;

/// A heater over a stretch of time.
///
/// @param from when it begins, in ms since 1970
/// @param to when it ends; the same as `from` for a single reading
/// @param least the lowest temperature in it, in °C
/// @param most the highest
/// @param last the one at its end
/// @param target what it was to reach at the end, 0 for off
public record TemperatureBucket(long from, long to, double least, double most, double last, double target) {
    TemperatureBucket and(TemperatureBucket later) {
        return new TemperatureBucket(from, later.to, Math.min(least, later.least), Math.max(most, later.most),
                later.last, later.target);
    }
}
