package org.commonwright.machine.virtual;

import org.commonwright.machine.protocol.Position;

/// A machine of software, without threads or clocks: bytes and time go in, bytes come out. `now` is a time in nanoseconds of
/// the machine's own; it may run faster than a clock on the wall.
public interface VirtualMachine {
    /// Switches it on, or resets it: it forgets what it was doing and says its banner.
    void powerOn(long now);

    /// Bytes arrive.
    void receive(byte[] bytes, int offset, int length, long now);

    /// Lets time pass.
    void advance(long now);

    /// When it does something next of its own accord; [Long#MAX_VALUE] when it only waits for bytes.
    long nextEvent();

    /// Whether its plug was pulled: then it is heard no more.
    default boolean isUnplugged() {
        return false;
    }

    /// Whether it goes on by itself for ever: then its time cannot be skipped.
    default boolean isEndless() {
        return false;
    }

    /// What it said since it was last asked.
    byte[] said();

    /// Where the tool is, in the machine's coordinates.
    Position position(long now);
}
