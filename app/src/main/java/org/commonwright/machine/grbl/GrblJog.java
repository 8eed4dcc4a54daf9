package org.commonwright.machine.grbl;

import java.util.Locale;
import org.commonwright.machine.protocol.JogPilot;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.Position;

/// Jogging by `$J=`, cancelled by a byte that GRBL obeys at once. A line goes only while hardly any is unanswered, so nothing
/// can pile up behind a slow answer. (GRBL 1.1 wiki, "Jogging".)
final class GrblJog {
    private static final int UNANSWERED = 2;
    private static final double DEFAULT_ACCELERATION = 10;

    private final GrblWire wire;
    private final JogPilot pilot;
    private boolean cancelling;

    GrblJog(GrblWire wire, MachineInfo machine) {
        this.wire = wire;
        double x = machine.setting("$120", DEFAULT_ACCELERATION);
        double y = machine.setting("$121", DEFAULT_ACCELERATION);
        double z = machine.setting("$122", DEFAULT_ACCELERATION);
        this.pilot = new JogPilot(Math.min(x, Math.min(y, z)));
    }

    void move(Position velocity, long now) {
        cancelling = false;
        pilot.keepAlive(velocity, now);
        send(now);
    }

    void stop() {
        if (pilot.isActive()) {
            pilot.stop();
            wire.realtime(GrblWire.JOG_CANCEL);
            cancelling = !wire.window().isEmpty();
        }
    }

    /// A jog line that GRBL read only after the cancel would still move: cancel again.
    void answered() {
        if (cancelling) {
            wire.realtime(GrblWire.JOG_CANCEL);
            cancelling = !wire.window().isEmpty();
        }
    }

    void tick(long now) {
        if (pilot.expired(now)) {
            stop();
        } else {
            send(now);
        }
    }

    private void send(long now) {
        if (pilot.isActive() && wire.window().count() < UNANSWERED) {
            pilot.next(now).ifPresent(step -> wire.line(String.format(Locale.ROOT, "$J=G91G21X%.3fY%.3fZ%.3fF%.0f",
                    step.delta().x(), step.delta().y(), step.delta().z(), Math.max(1, step.feed())), 0));
        }
    }
}
