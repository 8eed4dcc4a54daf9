package org.commonwright.machine.host;

import org.commonwright.i18n.Messages;

/// A host's states in the reader's language.
public final class HostWords {
    private HostWords() {}

    public static Messages.Key of(HostState state) {
        return Messages.Key.of(switch (state) {
            case OFFLINE -> "hosts.state-offline";
            case READY -> "hosts.state-ready";
            case PRINTING -> "hosts.state-printing";
            case PAUSED -> "hosts.state-paused";
            case STOPPING -> "hosts.state-stopping";
            case ERROR -> "hosts.state-error";
        });
    }
}
