package org.commonwright.machine.protocol;

/// What a machine does at the moment. The names are GRBL's; other firmwares are mapped to them.
public enum MachineState {
    /// Nothing is known yet.
    CONNECTING,
    IDLE,
    RUN,
    /// Standing, or coming to a stand, with motion still to do.
    HOLD,
    JOG,
    HOMING,
    /// Locked; wants homing or an unlock.
    ALARM,
    /// Reads programs without moving.
    CHECK,
    DOOR,
    SLEEP,
    /// Stopped by an emergency or by its own fault; wants a reset by hand.
    HALTED,
    DISCONNECTED;

    /// Whether nothing moves and nothing is going to.
    public boolean isAtRest() {
        return switch (this) {
        case IDLE, ALARM, CHECK, SLEEP, HALTED, DISCONNECTED -> true;
        case CONNECTING, RUN, HOLD, JOG, HOMING, DOOR -> false;
        };
    }
}
