package org.commonwright.machine.pad;

import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.Position;

/// Turns looks at the pads into what one machine is told. Nothing moves unless the dead-man button is held, and it counts only
/// when it goes down here: one that is held when a pad is plugged in, the page comes to the front or the window gets the focus must be
/// let go first. While a stick is out the jog is asked for twenty times a second; a stop is said once, at the first look at which
/// the button or the stick was let go, or the pad is gone. When the looks themselves stop, the machine stops by itself
/// ([org.commonwright.machine.Session#jog]).
///
/// [PadAction#STOP] is not its business: that is done before anything else, by whoever watches.
public final class PadJog {
    private static final long BEAT = 50_000_000L;
    /// What a step takes besides its way.
    private static final double STEP_SECONDS = 0.1;

    private final Hands hands;
    private final Sticks sticks = new Sticks();
    private boolean ready;
    private boolean moving;
    private long fed;
    private long stepUntil;

    /// Does to the machine what the pad says.
    public interface Hands {
        /// @param velocity in mm per second
        void jog(Position velocity);

        void stopJog();

        /// @param by in mm
        void step(Position by);

        void act(PadAction action);

        /// It refused to move.
        void refused(Fault fault);
    }

    /// What the machine's page says at the moment.
    ///
    /// @param here whether the page is in sight and the window has the focus
    /// @param free whether the machine can be jogged: it stands, or jogs, and no program runs
    /// @param speed of a stick that is fully out, in mm per second
    /// @param step of a step, in mm
    public record Page(boolean here, boolean free, double speed, double step) {}

    public PadJog(Hands hands) {
        this.hands = hands;
    }

    /// @param now a monotonic time in nanoseconds, the same clock for all calls
    public void look(PadLook look, PadMap map, Page page, long now) {
        Optional<Pad> held = look.holding(map.button(PadAction.DEAD_MAN));
        if (!page.here()) {
            letGo();
            return;
        }
        if (held.isEmpty()) {
            stop();
            ready = true;
        }
        boolean armed = held.isPresent() && ready;
        boolean acted = false;
        for (PadButton button : look.pressed()) {
            PadAction action = map.action(button).orElse(PadAction.DEAD_MAN);
            acted |= press(action, armed, page, now);
        }
        if (acted) {
            // A question may have been answered minutes later, when this look is long past; the next one comes at once.
            return;
        }
        push(armed && page.free() && now >= stepUntil ? held : Optional.empty(), page, now);
    }

    /// Stops, and wants the dead-man button pressed anew.
    public void letGo() {
        ready = false;
        stop();
    }

    private boolean press(PadAction action, boolean armed, Page page, long now) {
        if (action.wantsDeadMan() && !armed || action == PadAction.DEAD_MAN || action == PadAction.STOP) {
            return false;
        }
        Optional<Position> step = action.step();
        if (step.isEmpty()) {
            hands.act(action);
        } else if (page.free() && !moving && now >= stepUntil) {
            // One after the other: steps that were pressed ahead would still be driven when the button is up.
            stepUntil = now + (long) ((page.step() / page.speed() + STEP_SECONDS) * 1e9);
            hands.step(step.get().times(page.step()));
        }
        return true;
    }

    private void push(Optional<Pad> pad, Page page, long now) {
        Position push = pad.map(held -> sticks.push(held.input())).orElse(Position.ORIGIN);
        if (push.length() == 0) {
            stop();
        } else if (!moving || now - fed >= BEAT) {
            moving = true;
            fed = now;
            try {
                hands.jog(push.times(page.speed()));
            } catch (Fault fault) {
                // Once, not twenty times a second.
                letGo();
                hands.refused(fault);
            }
        }
    }

    private void stop() {
        sticks.rest();
        if (moving) {
            moving = false;
            hands.stopJog();
        }
    }
}
