package org.commonwright.machine.pad;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;
import org.lwjgl.sdl.SDLError;
import org.lwjgl.sdl.SDLGamepad;
import org.lwjgl.sdl.SDLHints;
import org.lwjgl.sdl.SDLInit;
import org.lwjgl.sdl.SDLJoystick;
import org.lwjgl.sdl.SDLStdinc;
import org.lwjgl.system.Configuration;

/// The pads that SDL 3 finds. Opened, asked and closed on one thread. No window of SDL's is opened and no events of it are read:
/// its state is asked for.
final class SdlPads implements AutoCloseable {
    private static final double FULL = Short.MAX_VALUE;
    private static final double HALF_PULLED = 0.5;
    private static final Map<PadButton, Integer> BUTTONS = buttons();

    private final Map<Integer, Long> opened = new HashMap<>();

    private SdlPads() {}

    /// @param folder where the native libraries are unpacked to, once
    /// @throws Fault `pads.no-library` on a system that they are not made for, `pads.no-start` with what SDL says
    static SdlPads open(Path folder) {
        try {
            prepare(folder);
            SDLHints.SDL_SetHint(SDLHints.SDL_HINT_NO_SIGNAL_HANDLERS, "1");
            SDLHints.SDL_SetHint(SDLHints.SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
            if (!SDLInit.SDL_InitSubSystem(SDLInit.SDL_INIT_GAMEPAD)) {
                throw new Fault("pads.no-start", String.valueOf(SDLError.SDL_GetError()));
            }
        } catch (LinkageError e) {
            throw new Fault(e, "pads.no-library", System.getProperty("os.name"), System.getProperty("os.arch"));
        }
        SDLGamepad.SDL_SetGamepadEventsEnabled(false);
        SDLJoystick.SDL_SetJoystickEventsEnabled(false);
        return new SdlPads();
    }

    /// The libraries stand among the person's own files, not where others may write; Java's own access to memory is used, because
    /// the older one makes the JDK warn; what goes wrong is said by a fault, not on the error stream.
    private static void prepare(Path folder) {
        Configuration.SHARED_LIBRARY_EXTRACT_PATH.set(folder.toString());
        Configuration.MEMORY_BACKEND.set("ffm");
        Configuration.MEMORY_ALLOCATOR.set("system");
        Configuration.DEBUG_STREAM
                .set(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    /// What is there now, and how it is held.
    List<Pad> look() {
        SDLGamepad.SDL_UpdateGamepads();
        List<Pad> pads = new ArrayList<>();
        for (int id : joysticks()) {
            pads.add(SDLGamepad.SDL_IsGamepad(id) ? gamepad(id) : unknown(id));
        }
        forget(pads);
        return pads;
    }

    private static int[] joysticks() {
        IntBuffer ids = SDLJoystick.SDL_GetJoysticks();
        if (ids == null) {
            return new int[0];
        }
        int[] copy = new int[ids.remaining()];
        ids.get(ids.position(), copy);
        SDLStdinc.SDL_free(ids);
        return copy;
    }

    private static Pad unknown(int id) {
        return new Pad(id, name(SDLJoystick.SDL_GetJoystickNameForID(id)), false, PadInput.REST);
    }

    private Pad gamepad(int id) {
        long handle = opened.computeIfAbsent(id, SDLGamepad::SDL_OpenGamepad);
        boolean there = handle != 0 && SDLGamepad.SDL_GamepadConnected(handle);
        if (!there) {
            // One that could not be opened, which the system may allow a moment later, or that has just gone.
            opened.remove(id);
        }
        return new Pad(id, name(SDLGamepad.SDL_GetGamepadNameForID(id)), there, there ? input(handle) : PadInput.REST);
    }

    private static String name(@Nullable String name) {
        return name == null || name.isBlank() ? "?" : name.strip();
    }

    /// SDL counts down as positive.
    private static PadInput input(long handle) {
        Set<PadButton> down = EnumSet.noneOf(PadButton.class);
        BUTTONS.forEach((button, code) -> {
            if (SDLGamepad.SDL_GetGamepadButton(handle, code)) {
                down.add(button);
            }
        });
        if (axis(handle, SDLGamepad.SDL_GAMEPAD_AXIS_LEFT_TRIGGER) > HALF_PULLED) {
            down.add(PadButton.LEFT_TRIGGER);
        }
        if (axis(handle, SDLGamepad.SDL_GAMEPAD_AXIS_RIGHT_TRIGGER) > HALF_PULLED) {
            down.add(PadButton.RIGHT_TRIGGER);
        }
        return new PadInput(axis(handle, SDLGamepad.SDL_GAMEPAD_AXIS_LEFTX),
                -axis(handle, SDLGamepad.SDL_GAMEPAD_AXIS_LEFTY), axis(handle, SDLGamepad.SDL_GAMEPAD_AXIS_RIGHTX),
                -axis(handle, SDLGamepad.SDL_GAMEPAD_AXIS_RIGHTY), down);
    }

    private static double axis(long handle, int axis) {
        return Math.max(-1, SDLGamepad.SDL_GetGamepadAxis(handle, axis) / FULL);
    }

    private void forget(List<Pad> there) {
        Set<Integer> gone = new HashSet<>(opened.keySet());
        there.forEach(pad -> gone.remove(pad.id()));
        gone.forEach(id -> SDLGamepad.SDL_CloseGamepad(opened.remove(id)));
    }

    @Override
    public void close() {
        opened.values().forEach(SDLGamepad::SDL_CloseGamepad);
        SDLInit.SDL_QuitSubSystem(SDLInit.SDL_INIT_GAMEPAD);
    }

    private static Map<PadButton, Integer> buttons() {
        Map<PadButton, Integer> codes = new EnumMap<>(PadButton.class);
        codes.put(PadButton.SOUTH, SDLGamepad.SDL_GAMEPAD_BUTTON_SOUTH);
        codes.put(PadButton.EAST, SDLGamepad.SDL_GAMEPAD_BUTTON_EAST);
        codes.put(PadButton.WEST, SDLGamepad.SDL_GAMEPAD_BUTTON_WEST);
        codes.put(PadButton.NORTH, SDLGamepad.SDL_GAMEPAD_BUTTON_NORTH);
        codes.put(PadButton.BACK, SDLGamepad.SDL_GAMEPAD_BUTTON_BACK);
        codes.put(PadButton.GUIDE, SDLGamepad.SDL_GAMEPAD_BUTTON_GUIDE);
        codes.put(PadButton.START, SDLGamepad.SDL_GAMEPAD_BUTTON_START);
        codes.put(PadButton.LEFT_STICK, SDLGamepad.SDL_GAMEPAD_BUTTON_LEFT_STICK);
        codes.put(PadButton.RIGHT_STICK, SDLGamepad.SDL_GAMEPAD_BUTTON_RIGHT_STICK);
        codes.put(PadButton.LEFT_SHOULDER, SDLGamepad.SDL_GAMEPAD_BUTTON_LEFT_SHOULDER);
        codes.put(PadButton.RIGHT_SHOULDER, SDLGamepad.SDL_GAMEPAD_BUTTON_RIGHT_SHOULDER);
        codes.put(PadButton.UP, SDLGamepad.SDL_GAMEPAD_BUTTON_DPAD_UP);
        codes.put(PadButton.DOWN, SDLGamepad.SDL_GAMEPAD_BUTTON_DPAD_DOWN);
        codes.put(PadButton.LEFT, SDLGamepad.SDL_GAMEPAD_BUTTON_DPAD_LEFT);
        codes.put(PadButton.RIGHT, SDLGamepad.SDL_GAMEPAD_BUTTON_DPAD_RIGHT);
        return codes;
    }
}
