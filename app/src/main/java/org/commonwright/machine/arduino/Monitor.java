package org.commonwright.machine.arduino;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.machine.link.Link;
import org.commonwright.machine.link.SerialLink;
import org.commonwright.task.Threads;
import org.jspecify.annotations.Nullable;

/// Listens to a board, over one link after the other: the port goes to the flasher and comes back, and what was heard stays.
public final class Monitor implements AutoCloseable {
    private static final int READ_MILLIS = 50;
    private static final int BUFFER = 16_384;

    private final MonitorLog log;
    private final Consumer<MonitorLine> heard;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Link link;
    private @Nullable Thread reader;
    private volatile @Nullable Fault lost;

    /// @param heard is given each line of the board, on the thread that reads
    Monitor(MonitorLog log, Consumer<MonitorLine> heard) {
        this.log = log;
        this.heard = heard;
    }

    public MonitorLog log() {
        return log;
    }

    /// Begins to listen.
    void attach(Link to) {
        lock.lock();
        try {
            link = to;
            lost = null;
            reader = Threads.start("board-reader", () -> read(to));
        } finally {
            lock.unlock();
        }
    }

    /// Closes the link and waits until its reader is done, so that another program can open the port.
    void detach() {
        Thread ending;
        lock.lock();
        try {
            ending = reader;
            Link open = link;
            if (open != null) {
                open.close();
            }
            link = null;
            reader = null;
        } finally {
            lock.unlock();
        }
        if (ending != null) {
            awaitEnd(ending);
        }
        log.cut();
    }

    private static void awaitEnd(Thread ending) {
        try {
            ending.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The port could not be opened again.
    void lost(Fault why) {
        lost = why;
    }

    /// Why the board is heard no more; empty while it is, and after a plain close.
    public Optional<Fault> lost() {
        return Optional.ofNullable(lost);
    }

    /// Sends what a person typed. May take as long as the board does to take it.
    ///
    /// @throws Fault `arduino.not-open`, or the link's own
    public void send(String text, LineEnding ending) {
        byte[] bytes = (text + ending.sign()).getBytes(StandardCharsets.UTF_8);
        open().write(bytes, 0, bytes.length);
        log.sent(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Starts the board anew, over the line that Arduino boards listen to for it; another port than a serial one has none.
    ///
    /// @return whether there is such a line
    public boolean restartBoard() throws InterruptedException {
        if (open() instanceof SerialLink serial) {
            serial.restartBoard();
            log.cut();
            return true;
        }
        return false;
    }

    private Link open() {
        lock.lock();
        try {
            if (link == null) {
                throw new Fault("arduino.not-open");
            }
            return link;
        } finally {
            lock.unlock();
        }
    }

    private void read(Link from) {
        byte[] buffer = new byte[BUFFER];
        for (int n = 0; n >= 0; n = from.read(buffer, READ_MILLIS)) {
            log.received(buffer, n).forEach(heard);
        }
        lost = from.closedReason().orElse(null);
    }

    @Override
    public void close() {
        detach();
    }
}
