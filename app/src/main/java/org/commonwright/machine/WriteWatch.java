package org.commonwright.machine;

import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.machine.link.Link;
import org.commonwright.task.Pause;
import org.commonwright.task.Threads;

/// Writes to a link, and notices a write that does not come back: a board that hangs takes no more bytes, and then nobody reads
/// what it says and no stop reaches it. The thread that writes cannot notice it itself. Used by one thread at a time.
final class WriteWatch implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LOOK_MILLIS = 500;

    private final Link link;
    private final Consumer<Fault> stuck;
    private final int patienceMillis;
    private final Thread watch = Threads.named("machine-watch", this::look);
    /// When the write that goes on began; 0 while there is none.
    private volatile long began;

    /// @param stuck told once why the link is given up; it is closed then
    WriteWatch(Link link, Consumer<Fault> stuck) {
        this(link, stuck, PATIENCE_MILLIS);
    }

    WriteWatch(Link link, Consumer<Fault> stuck, int patienceMillis) {
        this.link = link;
        this.stuck = stuck;
        this.patienceMillis = patienceMillis;
    }

    void start() {
        watch.start();
    }

    /// @throws Fault the link's own
    void write(byte[] bytes) {
        began = Math.max(1, System.nanoTime());
        try {
            link.write(bytes, 0, bytes.length);
        } finally {
            began = 0;
        }
    }

    private void look() {
        try {
            while (!isStuck()) {
                Pause.millis(Math.min(LOOK_MILLIS, patienceMillis));
            }
        } catch (InterruptedException _) {
            // The link is closed: nothing is written any more.
            return;
        }
        stuck.accept(new Fault("machine.takes-nothing", link.name(), patienceMillis / 1000));
        // What a hanging write may come back from.
        link.close();
    }

    private boolean isStuck() {
        long since = began;
        return since != 0 && System.nanoTime() - since > patienceMillis * 1_000_000L;
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
