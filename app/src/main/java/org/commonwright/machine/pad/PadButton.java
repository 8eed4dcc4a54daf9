package org.commonwright.machine.pad;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The buttons of a gamepad by their places, which are the same on every make (SDL 3, `SDL_GamepadButton`): the four under the
/// right thumb by where they are, whatever is printed on them. A trigger counts as a button once it is half pulled.
public enum PadButton {
    SOUTH, EAST, WEST, NORTH, BACK, GUIDE, START, LEFT_STICK, RIGHT_STICK, LEFT_SHOULDER, RIGHT_SHOULDER, UP, DOWN,
    LEFT,
    RIGHT, LEFT_TRIGGER, RIGHT_TRIGGER;

    /// Its name in files and on the command line, such as `left-shoulder`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PadButton> of(String id) {
        return Arrays.stream(values()).filter(button -> button.id().equals(id)).findFirst();
    }
}
