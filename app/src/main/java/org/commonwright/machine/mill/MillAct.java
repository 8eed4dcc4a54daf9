package org.commonwright.machine.mill;

import java.util.Locale;
import java.util.Optional;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.Adjustment;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Signal;

/// What an operator tells a GRBL machine at once, and when it has no place. (GRBL 1.1, "Real-time commands" and "Commands".)
public enum MillAct {
    HOLD, RESUME, DOOR, RESET, SLEEP, UNLOCK, HOME, SPINDLE_STOP, FLOOD, MIST, FEED_UP, FEED_DOWN, FEED_UP_1,
    FEED_DOWN_1,
    FEED_NORMAL, RAPID_FULL, RAPID_HALF, RAPID_QUARTER, SPINDLE_UP, SPINDLE_DOWN, SPINDLE_UP_1, SPINDLE_DOWN_1,
    SPINDLE_NORMAL;

    /// As on the command line: `spindle-stop`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Why it cannot be done now; empty when it can.
    public Optional<Messages.Key> blocked(MachineInfo info, MachineStatus status) {
        MachineState state = status.state();
        if (state == MachineState.CONNECTING || state == MachineState.DISCONNECTED) {
            return reason("grbl.not-connected");
        }
        boolean quiet = state == MachineState.IDLE || state == MachineState.ALARM;
        boolean working = state == MachineState.IDLE || state == MachineState.RUN || state == MachineState.HOLD;
        return switch (this) {
            case HOLD -> unless(state == MachineState.RUN || state == MachineState.JOG, "grbl.nothing-moves");
            case RESUME -> state == MachineState.DOOR && status.code() == 1
                    ? reason("grbl.door-open")
                    : unless(state == MachineState.HOLD || state == MachineState.DOOR, "grbl.not-held");
            case DOOR -> unless(working || state == MachineState.JOG, "grbl.not-in-this-state");
            case RESET -> Optional.empty();
            case SLEEP -> unless(quiet, "grbl.needs-rest");
            case UNLOCK -> unless(state == MachineState.ALARM, "grbl.not-locked");
            case HOME -> info.setting("$22", 1) == 0
                    ? reason("grbl.no-homing")
                    : unless(quiet, "grbl.needs-rest");
            case SPINDLE_STOP -> unless(state == MachineState.HOLD && status.code() == 0, "grbl.needs-hold");
            case FLOOD -> unless(working, "grbl.not-in-this-state");
            case MIST -> info.capabilities().contains("M")
                    ? unless(working, "grbl.not-in-this-state")
                    : reason("grbl.no-mist");
            case SPINDLE_UP, SPINDLE_DOWN, SPINDLE_UP_1, SPINDLE_DOWN_1, SPINDLE_NORMAL ->
                unless(info.capabilities().contains("V"), "grbl.no-variable-spindle");
            default -> Optional.empty();
        };
    }

    private static Optional<Messages.Key> unless(boolean possible, String reason) {
        return possible ? Optional.empty() : reason(reason);
    }

    private static Optional<Messages.Key> reason(String key) {
        return Optional.of(Messages.Key.of(key));
    }

    /// Tells the machine; returns at once.
    ///
    /// @throws org.commonwright.error.Fault while a program runs for what only a standing machine hears, or when it is gone
    public void tell(Session session) {
        switch (this) {
            case HOLD -> session.hold();
            case RESUME -> session.resume();
            case DOOR -> session.signal(Signal.DOOR);
            case RESET -> session.signal(Signal.RESET);
            case SLEEP -> session.command("$SLP");
            case UNLOCK -> session.unlock();
            case HOME -> session.home();
            case SPINDLE_STOP -> session.signal(Signal.SPINDLE_STOP);
            case FLOOD -> session.signal(Signal.FLOOD);
            case MIST -> session.signal(Signal.MIST);
            case FEED_UP -> session.adjust(Adjustment.FEED_PLUS_10);
            case FEED_DOWN -> session.adjust(Adjustment.FEED_MINUS_10);
            case FEED_UP_1 -> session.adjust(Adjustment.FEED_PLUS_1);
            case FEED_DOWN_1 -> session.adjust(Adjustment.FEED_MINUS_1);
            case FEED_NORMAL -> session.adjust(Adjustment.FEED_NORMAL);
            case RAPID_FULL -> session.adjust(Adjustment.RAPID_FULL);
            case RAPID_HALF -> session.adjust(Adjustment.RAPID_HALF);
            case RAPID_QUARTER -> session.adjust(Adjustment.RAPID_QUARTER);
            case SPINDLE_UP -> session.adjust(Adjustment.SPINDLE_PLUS_10);
            case SPINDLE_DOWN -> session.adjust(Adjustment.SPINDLE_MINUS_10);
            case SPINDLE_UP_1 -> session.adjust(Adjustment.SPINDLE_PLUS_1);
            case SPINDLE_DOWN_1 -> session.adjust(Adjustment.SPINDLE_MINUS_1);
            case SPINDLE_NORMAL -> session.adjust(Adjustment.SPINDLE_NORMAL);
        }
    }
}
