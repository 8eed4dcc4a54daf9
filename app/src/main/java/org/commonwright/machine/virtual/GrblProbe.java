package org.commonwright.machine.virtual;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.commonwright.machine.protocol.Position;

/// GRBL's probing (`mc_probe_cycle`): a straight move that ends where the probe's contact closes or, for `G38.4` and
/// `G38.5`, opens; then `[PRB:…:1]`. Not modelled: the way that a real machine needs to brake behind the contact.
final class GrblProbe {
    private static final int TRIGGERED_BEFORE = 4;
    private static final int NO_CONTACT = 5;
    /// Looked at in steps of this many mm, then halved.
    private static final double STEP = 0.02;
    private static final int HALVINGS = 24;

    private final Surface surface;
    private final MotionQueue motion;
    private final VirtualGrbl machine;
    private Position last = Position.ORIGIN;
    private boolean succeeded;

    GrblProbe(Surface surface, MotionQueue motion, VirtualGrbl machine) {
        this.surface = surface;
        this.motion = motion;
        this.machine = machine;
    }

    boolean touches(Position tip) {
        return surface.touches(tip);
    }

    /// The bracketed line that `$#` ends with and that answers a probing.
    String line() {
        return "[PRB:" + Coordinates.text(last) + ":" + (succeeded ? 1 : 0) + "]";
    }

    /// @param g 38.2 to 38.5
    /// @param stood told where the tool stands afterwards
    Deque<Step> steps(Position from, Position target, double g, double speed, Consumer<Position> stood) {
        boolean away = g > 38.35;
        boolean must = g == 38.2 || g == 38.4;
        Deque<Step> steps = new ArrayDeque<>();
        steps.add(_ -> motion.isEmpty());
        if (touches(from) != away) {
            steps.add(_ -> {
                stood.accept(from);
                machine.alarm(TRIGGERED_BEFORE);
                return true;
            });
            return steps;
        }
        Position way = target.minus(from);
        double length = way.length();
        double at = contact(from, way, length, away);
        boolean found = at <= length;
        Position end = found ? from.plus(way.times(at / length)) : target;
        stood.accept(end);
        steps.add(now -> {
            motion.add(new Block(from, end, end.minus(from).length(), speed, 0, 0), now);
            return true;
        });
        steps.add(_ -> motion.isEmpty());
        steps.add(_ -> {
            succeeded = found;
            last = found || !must ? end : last;
            if (!found && must) {
                machine.alarm(NO_CONTACT);
            }
            machine.say(line());
            return true;
        });
        return steps;
    }

    /// How far along the way the contact changes; more than the way's length when it does not.
    private double contact(Position from, Position way, double length, boolean away) {
        double before = 0;
        while (before < length) {
            double next = Math.min(length, before + STEP);
            if (touches(from.plus(way.times(next / length))) != away) {
                double low = before;
                double high = next;
                for (int i = 0; i < HALVINGS; i++) {
                    double middle = (low + high) / 2;
                    if (touches(from.plus(way.times(middle / length))) != away) {
                        high = middle;
                    } else {
                        low = middle;
                    }
                }
                return high;
            }
            before = next;
        }
        return Double.MAX_VALUE;
    }
}
