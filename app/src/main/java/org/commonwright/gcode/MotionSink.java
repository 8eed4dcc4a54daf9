package org.commonwright.gcode;

/// Takes what an [Interpreter] makes of a program.
public interface MotionSink {
    /// A move; the object is used again for the next one.
    void move(Motion motion);

    /// The machine comes to rest before it goes on: a dwell, a change of the spindle, a pause.
    ///
    /// @param line    the source line, from 1
    /// @param seconds how long it stays so, where the program says it
    void rest(int line, double seconds);

    /// The machine comes to rest for something of which no program says how long it takes.
    default void pause(int line, Pauses.Kind kind) {
        rest(line, 0);
    }

    /// Something is wrong with a line; the rest of the line is still interpreted where that makes sense.
    ///
    /// @param line      the source line, from 1
    /// @param error     whether the firmware would refuse the line; else it is a warning
    /// @param code      key of the text
    /// @param arguments the text's arguments
    void problem(int line, boolean error, String code, Object... arguments);
}
