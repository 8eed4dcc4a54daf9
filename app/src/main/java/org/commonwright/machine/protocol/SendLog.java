package org.commonwright.machine.protocol;

import java.util.Optional;
import org.commonwright.error.Problem;

/// What a run writes down while it streams, so that it can be told afterwards, even after a power cut, how far it came.
/// All methods return at once.
public interface SendLog {
    /// Permits everything, writes nothing.
    SendLog NONE = new SendLog() {
        @Override
        public int permitted() {
            return Integer.MAX_VALUE;
        }

        @Override
        public void next(int line) {}

        @Override
        public void executed(int line) {}

        @Override
        public void doubted(int line) {}

        @Override
        public Optional<Problem> failure() {
            return Optional.empty();
        }

        @Override
        public void whenPermitted(Runnable wake) {}
    };

    /// The last line that may leave: everything up to it is on disk as "may have been sent".
    int permitted();

    /// The line that will leave next; the log permits ahead of it.
    void next(int line);

    /// Everything up to this line is certainly done.
    void executed(int line);

    /// After all, nothing that comes after this line is certain: something was lost on the cable. It stays so until the end.
    void doubted(int line);

    /// Why nothing more is permitted: the disk is full.
    Optional<Problem> failure();

    /// Called, on any thread, whenever more is permitted.
    void whenPermitted(Runnable wake);
}
