package org.commonwright.machine.protocol;

import java.util.Optional;

/// Keeps a jog just far enough ahead. What is sent but not yet driven is never more than 100 ms of motion and the way the
/// machine needs to brake, so a jog stops by itself when nobody asks for it any more: the key is up, the window lost its
/// focus, the program stalled, the cable was pulled.
///
/// The machine's progress is reckoned from its acceleration, never taken to be faster than that.
public final class JogPilot {
    private static final double AHEAD_SECONDS = 0.1;
    private static final double EXPIRES_SECONDS = 0.15;
    private static final double STEP_SECONDS = 0.002;
    private static final double LEAST_MM = 0.005;

    private final double acceleration;
    private Position direction = Position.ORIGIN;
    private double speed;
    private double queued;
    private double actual;
    private long reckoned;
    private long asked;
    private boolean active;

    /// @param acceleration of the slowest axis, in mm/s²
    public JogPilot(double acceleration) {
        this.acceleration = acceleration;
    }

    /// One more way to go.
    ///
    /// @param delta relative, in mm
    /// @param feed in mm per minute
    public record Step(Position delta, double feed) {}

    public boolean isActive() {
        return active;
    }

    /// Somebody still wants to move.
    public void keepAlive(Position velocity, long now) {
        double wanted = velocity.length();
        if (wanted == 0) {
            stop();
            return;
        }
        Position along = velocity.times(1 / wanted);
        if (!active || along.minus(direction).length() > 1e-6) {
            queued = active ? queued : 0;
            actual = active ? 0 : actual;
            direction = along;
            reckoned = now;
        }
        speed = wanted;
        asked = now;
        active = true;
    }

    /// Whether nobody has asked for a while.
    public boolean expired(long now) {
        return active && now - asked > EXPIRES_SECONDS * 1e9;
    }

    /// What to send now, if anything.
    public Optional<Step> next(long now) {
        reckon(now);
        if (!active || expired(now)) {
            return Optional.empty();
        }
        double missing = speed * AHEAD_SECONDS + speed * speed / (2 * acceleration) - queued;
        if (missing < Math.max(LEAST_MM, speed * AHEAD_SECONDS / 4)) {
            return Optional.empty();
        }
        queued += missing;
        return Optional.of(new Step(direction.times(missing), speed * 60));
    }

    /// What is sent but not yet driven, in mm.
    public double queued() {
        return queued;
    }

    public void stop() {
        active = false;
        queued = 0;
        actual = 0;
    }

    private void reckon(long now) {
        double left = (now - reckoned) / 1e9;
        reckoned = now;
        while (left > 0 && queued > 0) {
            double dt = Math.min(left, STEP_SECONDS);
            double braking = Math.sqrt(2 * acceleration * queued);
            actual = Math.min(Math.min(actual + acceleration * dt, speed), braking);
            queued = Math.max(0, queued - actual * dt);
            left -= dt;
        }
    }
}
