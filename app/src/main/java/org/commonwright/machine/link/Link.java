package org.commonwright.machine.link;

import java.util.Optional;
import org.commonwright.error.Fault;

/// Bytes to and from one machine. One thread reads; any thread may write, whole arrays go out unmixed. A link that failed
/// or was closed stays closed.
public interface Link extends AutoCloseable {
    /// What a person calls it: a device path, `tcp://host:port`, `virtual:grbl`.
    String name();

    /// Waits for bytes, never for ever.
    ///
    /// @param timeoutMillis how long to wait at most; a device may round it up to its own grain (100 ms on serial ports)
    /// @return how many bytes came, 0 when none came in time, -1 when the link is closed for good
    int read(byte[] buffer, int timeoutMillis);

    /// @throws Fault `machine.link-lost` when the bytes cannot leave
    void write(byte[] bytes, int offset, int length);

    /// What the wire carries one way, by its settings; 0 where there is no such setting.
    default double bytesPerSecond() {
        return 0;
    }

    /// Why it closed: empty while it is open, and after a plain [#close()].
    Optional<Fault> closedReason();

    /// Runs work when the process is told to end (Ctrl+C, a plain kill), while the link still works.
    ///
    /// @return takes the work back
    default Runnable whenProcessEnds(Runnable work) {
        return ProcessEnd.before(work, Runtime.getRuntime()::addShutdownHook);
    }

    @Override
    void close();
}
