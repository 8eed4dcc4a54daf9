package org.commonwright.machine.virtual;

/// A heater that warms up at a steady rate and cools slowly.
final class Heater {
    private static final double ROOM = 21;
    private static final double COOLING = 0.5;
    private static final int FULL = 127;

    private final double rate;
    private double temperature = ROOM;
    private double target;
    private long since;

    /// @param rate in °C per second
    Heater(double rate) {
        this.rate = rate;
    }

    void target(double newTarget, long now) {
        advance(now);
        target = newTarget;
    }

    double target() {
        return target;
    }

    double temperature(long now) {
        advance(now);
        return temperature;
    }

    /// As it was last measured.
    double lastTemperature() {
        return temperature;
    }

    boolean isReached(long now) {
        return temperature(now) >= target - 1;
    }

    /// As Marlin reports it: 0 to 127, full while it heats, and a part of that to stay warm.
    int power(long now) {
        double warm = temperature(now);
        return target == 0 || warm > target ? 0 : warm < target - 1 ? FULL : (int) (FULL * COOLING / rate);
    }

    /// When it will be as warm as it is to be.
    long reachedAt(long now) {
        return now + (long) (Math.max(0, target - 1 - temperature(now)) / rate * 1e9) + 1;
    }

    private void advance(long now) {
        double seconds = Math.max(0, now - since) / 1e9;
        since = now;
        double goal = Math.max(ROOM, target);
        temperature = temperature < goal
                ? Math.min(goal, temperature + rate * seconds)
                : Math.max(goal, temperature - COOLING * seconds);
    }
}
