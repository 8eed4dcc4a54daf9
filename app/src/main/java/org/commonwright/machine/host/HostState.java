package org.commonwright.machine.host;

/// What a machine does as its host says.
public enum HostState {
    /// The host is there, its machine is not: switched off, or not connected to it.
    OFFLINE,
    /// Ready for a program.
    READY, PRINTING, PAUSED,
    /// A cancel or a pause was asked for and is not done yet.
    STOPPING,
    /// The firmware or the host has stopped because of an error; the words say why.
    ERROR;

    /// Whether a program is under way, so that no other can be started.
    public boolean isBusy() {
        return this == PRINTING || this == PAUSED || this == STOPPING;
    }
}
