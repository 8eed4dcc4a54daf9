package org.commonwright.machine.marlin;

import java.util.List;
import java.util.Locale;
import org.commonwright.machine.protocol.JogLimits;
import org.commonwright.machine.protocol.JogPilot;
import org.commonwright.machine.protocol.Position;

/// Jogging by relative moves. Marlin cannot cancel a move without losing its place, so a jog stops because hardly anything
/// was sent ahead: a tenth of a second and the way to brake.
final class MarlinJog {
    /// Marlin's own top speeds (`DEFAULT_MAX_FEEDRATE`), which few machines are below, and accelerations that are slower than
    /// most: what is reckoned with less is sent ahead with more caution.
    private static final JogLimits LIMITS = new JogLimits(new Position(300, 300, 5), new Position(200, 200, 100));
    private static final int UNANSWERED = 6;

    private final JogPilot pilot = new JogPilot(LIMITS);
    private double rate = 1;

    boolean isActive() {
        return pilot.isActive();
    }

    /// @param feedPercent how fast the machine drives what it is told (`M220`)
    void move(Position velocity, int feedPercent, long now) {
        rate = feedPercent / 100.0;
        pilot.keepAlive(velocity.times(rate), now);
    }

    void stop() {
        pilot.stop();
    }

    /// What to send now.
    ///
    /// @param unanswered commands that wait for their answers
    List<String> lines(int unanswered, long now) {
        if (pilot.expired(now)) {
            pilot.stop();
        }
        if (!pilot.isActive() || unanswered >= UNANSWERED) {
            return List.of();
        }
        return pilot.next(now).map(step -> List.of("G91", String.format(Locale.ROOT, "G1 X%.3f Y%.3f Z%.3f F%.0f",
                step.delta().x(), step.delta().y(), step.delta().z(), Math.max(1, step.feed() / rate)), "G90"))
                .orElse(List.of());
    }
}
