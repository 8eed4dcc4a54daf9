package org.commonwright.git.lfs;

import java.io.IOException;
import java.time.Duration;

/// A server that wants to be asked again later.
final class BusyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Duration wait;

    BusyException(int status, Duration wait) {
        super("HTTP " + status);
        this.wait = wait;
    }

    /// How long it wants to be left alone; zero when it does not say.
    Duration pause() {
        return wait;
    }
}
