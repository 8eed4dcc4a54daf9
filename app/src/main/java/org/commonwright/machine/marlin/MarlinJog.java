package org.commonwright.machine.marlin;

import java.util.List;
import java.util.Locale;
import org.commonwright.machine.protocol.JogPilot;
import org.commonwright.machine.protocol.Position;

/// Jogging by relative moves. Marlin cannot cancel a move without losing its place, so a jog stops because hardly anything
/// was sent ahead: a tenth of a second and the way to brake.
final class MarlinJog {
    /// Usual for printers, and slower than most: what is reckoned with less is sent ahead with more caution.
    private static final double ACCELERATION = 200;
    private static final int UNANSWERED = 6;

    private final JogPilot pilot = new JogPilot(ACCELERATION);

    boolean isActive() {
        return pilot.isActive();
    }

    void move(Position velocity, long now) {
        pilot.keepAlive(velocity, now);
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
                step.delta().x(), step.delta().y(), step.delta().z(), Math.max(1, step.feed())), "G90"))
                .orElse(List.of());
    }
}
