package org.commonwright.workbench.machines.keys;

import java.util.Locale;
import org.commonwright.machine.protocol.Position;
import org.jspecify.annotations.Nullable;

/// What a key can do to a machine. What starts something that moves by itself has no key until a person gives it one.
public enum MachineKey {
    X_PLUS("RIGHT"), X_MINUS("LEFT"), Y_PLUS("UP"), Y_MINUS("DOWN"), Z_PLUS("PAGE_UP"), Z_MINUS("PAGE_DOWN"),
    STEP_LARGER(
            "CLOSE_BRACKET"),
    STEP_SMALLER("OPEN_BRACKET"), HOLD("F7"), RESUME("F8"), ABORT(""), HOME(""), UNLOCK(
            ""),
    ZERO_XY(""), ZERO_Z(""), FEED_PLUS(""), FEED_MINUS(""), FEED_NORMAL("");

    private final String usual;

    MachineKey(String usual) {
        this.usual = usual;
    }

    /// The name of the key that it has at first; empty for none.
    String usual() {
        return usual;
    }

    /// The direction of a jog; null for all else.
    public @Nullable Position way() {
        return switch (this) {
            case X_PLUS -> new Position(1, 0, 0);
            case X_MINUS -> new Position(-1, 0, 0);
            case Y_PLUS -> new Position(0, 1, 0);
            case Y_MINUS -> new Position(0, -1, 0);
            case Z_PLUS -> new Position(0, 0, 1);
            case Z_MINUS -> new Position(0, 0, -1);
            case STEP_LARGER, STEP_SMALLER, HOLD, RESUME, ABORT, HOME, UNLOCK, ZERO_XY, ZERO_Z, FEED_PLUS, FEED_MINUS,
                    FEED_NORMAL ->
                null;
        };
    }

    /// Whether it belongs to the jog pad, and so counts only while that has the focus.
    public boolean jogs() {
        return way() != null || this == STEP_LARGER || this == STEP_SMALLER;
    }

    /// The end of its text's key.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
