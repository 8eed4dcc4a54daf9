package org.commonwright.machine.pad;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.commonwright.machine.protocol.Position;
import org.jspecify.annotations.Nullable;

/// What a button of a pad can do.
public enum PadAction {
    /// Nothing moves unless it is held.
    DEAD_MAN(PadButton.LEFT_SHOULDER),
    /// Stops everything at once; never asks, and counts wherever the window is.
    STOP(PadButton.EAST),
    /// Ends what moves, in order.
    ABORT(null), HOLD(PadButton.WEST), RESUME(PadButton.NORTH), HOME(PadButton.START), UNLOCK(null), ZERO_XY(
            PadButton.BACK),
    ZERO_Z(null), STEP_X_PLUS(PadButton.RIGHT), STEP_X_MINUS(PadButton.LEFT), STEP_Y_PLUS(PadButton.UP), STEP_Y_MINUS(
            PadButton.DOWN),
    STEP_Z_PLUS(null), STEP_Z_MINUS(null), STEP_LARGER(null), STEP_SMALLER(null);

    private final @Nullable PadButton usual;

    PadAction(@Nullable PadButton usual) {
        this.usual = usual;
    }

    /// The button that it has at first; empty for none.
    public Optional<PadButton> usual() {
        return Optional.ofNullable(usual);
    }

    /// Its name in files and on the command line, such as `dead-man`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PadAction> of(String id) {
        return Arrays.stream(values()).filter(action -> action.id().equals(id)).findFirst();
    }

    /// The direction of a step; empty for all else.
    Optional<Position> step() {
        return Optional.ofNullable(switch (this) {
        case STEP_X_PLUS -> new Position(1, 0, 0);
        case STEP_X_MINUS -> new Position(-1, 0, 0);
        case STEP_Y_PLUS -> new Position(0, 1, 0);
        case STEP_Y_MINUS -> new Position(0, -1, 0);
        case STEP_Z_PLUS -> new Position(0, 0, 1);
        case STEP_Z_MINUS -> new Position(0, 0, -1);
        case DEAD_MAN, STOP, ABORT, HOLD, RESUME, HOME, UNLOCK, ZERO_XY, ZERO_Z, STEP_LARGER, STEP_SMALLER -> null;
        });
    }

    /// Whether it counts only while the dead-man button is held: what moves, or changes where the machine thinks it is. Homing is
    /// asked for instead.
    boolean wantsDeadMan() {
        return switch (this) {
            case RESUME, UNLOCK, ZERO_XY, ZERO_Z, STEP_X_PLUS, STEP_X_MINUS, STEP_Y_PLUS, STEP_Y_MINUS, STEP_Z_PLUS,
                    STEP_Z_MINUS ->
                true;
            case DEAD_MAN, STOP, ABORT, HOLD, HOME, STEP_LARGER, STEP_SMALLER -> false;
        };
    }
}
