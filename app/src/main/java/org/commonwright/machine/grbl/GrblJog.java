package org.commonwright.machine.grbl;

import java.util.Locale;
import org.commonwright.machine.protocol.JogLimits;
import org.commonwright.machine.protocol.JogPilot;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.Position;

/// Jogging by `$J=`, cancelled by a byte that GRBL obeys at once. A line goes only while hardly any is unanswered, so nothing
/// can pile up behind a slow answer. (GRBL 1.1 wiki, "Jogging".)
final class GrblJog {
    private static final int UNANSWERED = 2;
    /// As long as any machine may brake.
    private static final long BRAKES = 1_000_000_000L;
    private static final long LOOK = 50_000_000L;
    private static final double DEFAULT_ACCELERATION = 10;
    /// GRBL's own defaults, in mm per minute.
    private static final double DEFAULT_RATE = 500;

    private final GrblWire wire;
    private final JogPilot pilot;
    private boolean cancelling;
    /// It brakes after a cancel, and would forget what it is sent meanwhile.
    private boolean braking;
    private long cancelled;
    private long asked;

    GrblJog(GrblWire wire, MachineInfo machine) {
        this.wire = wire;
        this.pilot = new JogPilot(new JogLimits(axes(machine, "$11", DEFAULT_RATE).times(1 / 60.0),
                axes(machine, "$12", DEFAULT_ACCELERATION)));
    }

    private static Position axes(MachineInfo machine, String setting, double otherwise) {
        return new Position(machine.setting(setting + 0, otherwise), machine.setting(setting + 1, otherwise),
                machine.setting(setting + 2, otherwise));
    }

    void move(Position velocity, long now) {
        cancelling = false;
        pilot.keepAlive(velocity, now);
        send(now);
    }

    void stop(long now) {
        if (pilot.isActive()) {
            pilot.cancelled();
            wire.realtime(GrblWire.JOG_CANCEL);
            braking = true;
            cancelled = now;
            asked = now;
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
            stop(now);
        } else {
            send(now);
        }
    }

    /// What the machine says it does.
    void told(MachineState state) {
        braking &= state == MachineState.JOG;
    }

    private void send(long now) {
        if (braking && now - cancelled < BRAKES) {
            if (pilot.isActive() && now - asked > LOOK) {
                asked = now;
                wire.realtime(GrblWire.STATUS);
            }
            return;
        }
        braking = false;
        if (pilot.isActive() && wire.window().count() < UNANSWERED) {
            pilot.next(now).ifPresent(step -> wire.line(String.format(Locale.ROOT, "$J=G91G21X%.3fY%.3fZ%.3fF%.0f",
                    step.delta().x(), step.delta().y(), step.delta().z(), Math.max(1, step.feed())), 0));
        }
    }
}
