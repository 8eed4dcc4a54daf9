package org.commonwright.machine.host;

import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.task.Pause;
import org.commonwright.task.Progress;
import org.commonwright.task.Threads;

/// Asks a host once a second how its machine is, on a thread of its own, until it is closed. A host that does not answer is
/// asked again: it comes back by itself.
public final class HostWatch implements AutoCloseable {
    private static final long EVERY_MS = 1000;

    private final HostMachine machine;
    private final Consumer<HostStatus> heard;
    private final Consumer<Fault> missed;
    private final Thread thread = Threads.named("host-watch", this::watch);
    private volatile boolean closed;

    /// @param heard is told on the watch's own thread, as `missed` is
    /// @param missed hears why there is no answer
    public HostWatch(HostMachine machine, Consumer<HostStatus> heard, Consumer<Fault> missed) {
        this.machine = machine;
        this.heard = heard;
        this.missed = missed;
    }

    public HostWatch start() {
        thread.start();
        return this;
    }

    private void watch() {
        while (!closed) {
            try {
                heard.accept(machine.status(Progress.silent(() -> closed)));
            } catch (Fault fault) {
                if (!closed) {
                    missed.accept(fault);
                }
            }
            try {
                Pause.millis(EVERY_MS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
