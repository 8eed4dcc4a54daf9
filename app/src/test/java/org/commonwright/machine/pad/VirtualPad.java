package org.commonwright.machine.pad;

import static org.lwjgl.sdl.SDLJoystick.SDL_AttachVirtualJoystick;
import static org.lwjgl.sdl.SDLJoystick.SDL_CloseJoystick;
import static org.lwjgl.sdl.SDLJoystick.SDL_DetachVirtualJoystick;
import static org.lwjgl.sdl.SDLJoystick.SDL_INIT_INTERFACE;
import static org.lwjgl.sdl.SDLJoystick.SDL_JOYSTICK_TYPE_GAMEPAD;
import static org.lwjgl.sdl.SDLJoystick.SDL_JOYSTICK_TYPE_WHEEL;
import static org.lwjgl.sdl.SDLJoystick.SDL_OpenJoystick;
import static org.lwjgl.sdl.SDLJoystick.SDL_SetJoystickVirtualAxis;
import static org.lwjgl.sdl.SDLJoystick.SDL_SetJoystickVirtualButton;

import java.nio.file.Path;
import org.lwjgl.sdl.SDL_VirtualJoystickDesc;
import org.lwjgl.system.MemoryStack;

/// A pad that SDL itself believes to be plugged in: everything but the USB is real.
public final class VirtualPad implements AutoCloseable {
    public static final int LEFT_X = 0;
    public static final int LEFT_Y = 1;
    public static final int RIGHT_Y = 3;
    private static final short AXES = 6;
    private static final short BUTTONS = 15;

    private final SdlPads library;
    private int id;
    private long handle;

    private VirtualPad(SdlPads library) {
        this.library = library;
    }

    /// @param folder where the library is unpacked to, unless it is loaded already
    public static VirtualPad plugIn(Path folder, String name) {
        return plugIn(folder, name, SDL_JOYSTICK_TYPE_GAMEPAD);
    }

    /// A device whose buttons have no known places.
    static VirtualPad wheel(Path folder, String name) {
        return plugIn(folder, name, SDL_JOYSTICK_TYPE_WHEEL);
    }

    private static VirtualPad plugIn(Path folder, String name, int type) {
        var pad = new VirtualPad(SdlPads.open(folder));
        try (var stack = MemoryStack.stackPush()) {
            var description = SDL_VirtualJoystickDesc.calloc(stack);
            SDL_INIT_INTERFACE(description);
            description.type((short) type).naxes(AXES).nbuttons(BUTTONS).name(stack.UTF8(name));
            pad.id = SDL_AttachVirtualJoystick(description);
        }
        pad.handle = SDL_OpenJoystick(pad.id);
        if (pad.id == 0 || pad.handle == 0) {
            throw new AssertionError("SDL made no virtual pad");
        }
        return pad;
    }

    /// @param value from -1 to 1, to the right and down as SDL counts
    public void axis(int axis, double value) {
        SDL_SetJoystickVirtualAxis(handle, axis, (short) Math.round(value * Short.MAX_VALUE));
    }

    public void hold(PadButton button, boolean down) {
        SDL_SetJoystickVirtualButton(handle, switch (button) {
            case UP -> 11;
            case DOWN -> 12;
            case LEFT -> 13;
            case RIGHT -> 14;
            default -> button.ordinal();
        }, down);
    }

    /// Pulls the cable.
    public void unplug() {
        SDL_CloseJoystick(handle);
        SDL_DetachVirtualJoystick(id);
        id = 0;
    }

    @Override
    public void close() {
        if (id != 0) {
            unplug();
        }
        library.close();
    }
}
