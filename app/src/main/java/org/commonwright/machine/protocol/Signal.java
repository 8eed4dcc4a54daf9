package org.commonwright.machine.protocol;

/// What acts at once, past whatever waits, and gets no answer.
public enum Signal {
    /// The safety door: brakes, switches spindle and coolant off, and brings them back before it goes on.
    DOOR,
    /// A soft reset. Where something moves it first comes to a stand.
    RESET,
    /// Stops the spindle while the machine stands in a hold, or starts it again.
    SPINDLE_STOP,
    /// Switches flood coolant on or off.
    FLOOD,
    /// Switches mist coolant on or off.
    MIST
}
