package org.commonwright.machine.protocol;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/// Keeps a jog just far enough ahead. What is sent but not yet driven is never more than 100 ms of motion and the way the
/// machine needs to brake, so a jog stops by itself when nobody asks for it any more: the key is up, the window lost its
/// focus, the program stalled, the cable was pulled.
///
/// The machine's progress is reckoned from its acceleration, never taken to be faster than that: each way at the speed that it
/// was sent with, and from a standstill wherever the direction changes.
public final class JogPilot {
    private static final double AHEAD_SECONDS = 0.1;
    private static final double EXPIRES_SECONDS = 0.15;
    private static final double STEP_SECONDS = 0.002;
    private static final double LEAST_MM = 0.005;

    private final JogLimits limits;
    private final Deque<Way> ways = new ArrayDeque<>();
    private Position direction = Position.ORIGIN;
    private double speed;
    private double actual;
    private long reckoned;
    private long asked;
    private boolean active;

    /// A way that was sent and is not yet driven.
    private static final class Way {
        private final Position direction;
        private final double speed;
        private double left;

        Way(Position direction, double speed, double left) {
            this.direction = direction;
            this.speed = speed;
            this.left = left;
        }
    }

    public JogPilot(JogLimits limits) {
        this.limits = limits;
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
    ///
    /// @param velocity in mm per second; slower where an axis cannot follow
    public void keepAlive(Position velocity, long now) {
        reckon(now);
        if (velocity.length() == 0) {
            stop();
            return;
        }
        speed = limits.within(velocity).length();
        direction = velocity.times(1 / velocity.length());
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
        double missing = speed * AHEAD_SECONDS + speed * speed / (2 * limits.accelerationAlong(direction)) - queued();
        if (missing < Math.max(LEAST_MM, speed * AHEAD_SECONDS / 4)) {
            return Optional.empty();
        }
        ways.add(new Way(direction, speed, missing));
        return Optional.of(new Step(direction.times(missing), speed * 60));
    }

    /// What is sent but not yet driven, in mm.
    public double queued() {
        return ways.stream().mapToDouble(way -> way.left).sum();
    }

    /// No more is sent. What was sent is still driven, and counts if somebody wants to move again meanwhile.
    public void stop() {
        active = false;
    }

    /// The machine was told to forget what it has not driven.
    public void cancelled() {
        active = false;
        ways.clear();
        actual = 0;
    }

    private void reckon(long now) {
        double left = (now - reckoned) / 1e9;
        reckoned = now;
        while (left > 0 && !ways.isEmpty()) {
            double dt = Math.min(left, STEP_SECONDS);
            double acceleration = limits.accelerationAlong(ways.getFirst().direction);
            double braking = Math.sqrt(2 * acceleration * straight());
            actual = Math.min(Math.min(actual + acceleration * dt, ways.getFirst().speed), braking);
            drive(actual * dt);
            left -= dt;
        }
        if (ways.isEmpty()) {
            actual = 0;
        }
    }

    /// What lies ahead until the direction changes.
    private double straight() {
        double length = 0;
        Position first = ways.getFirst().direction;
        Iterator<Way> ahead = ways.iterator();
        for (Way way = ahead.next(); way.direction.minus(first).length() < 1e-6; way = ahead.next()) {
            length += way.left;
            if (!ahead.hasNext()) {
                break;
            }
        }
        return length;
    }

    private void drive(double length) {
        double left = length;
        while (!ways.isEmpty() && left >= ways.getFirst().left) {
            Way done = ways.removeFirst();
            left -= done.left;
            if (!ways.isEmpty() && ways.getFirst().direction.minus(done.direction).length() > 1e-6) {
                actual = 0;
                return;
            }
        }
        if (!ways.isEmpty()) {
            ways.getFirst().left -= left;
        }
    }
}
