package org.commonwright.machine;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.commonwright.error.Fault;
import org.commonwright.machine.health.LinkMeter;
import org.commonwright.machine.link.LineAssembler;
import org.commonwright.machine.link.Link;
import org.commonwright.machine.protocol.Conversation;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Outlet;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.task.Progress;
import org.commonwright.task.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A conversation over a link, with its threads: one reads, and what it reads may make it send at once; what people ask for
/// is written by another, so that a write that hangs never holds up a window. The lock guards the conversation and is never
/// held while bytes are written.
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final int READ_MILLIS = 50;
    private static final double CANCEL_SECONDS = 0.2;
    private static final long GIVE_WAY_NANOS = 20_000;
    private static final long PROGRESS_NANOS = 100_000_000L;

    private final Link link;
    private final Events events;
    private final Outlet outlet = new Outlet();
    private final LineAssembler lines = new LineAssembler();
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ExecutorService operator = Threads.one("machine-operator");
    private final LinkMeter meter;
    private final WriteWatch watch;
    private final FirstWords firstWords = new FirstWords();
    private final FirmwareProbe probe = new FirmwareProbe(outlet, System.nanoTime());
    private @Nullable Conversation conversation;
    private @Nullable Fault lost;
    private @Nullable MachineStatus lastStatus;
    private boolean toldReady;
    private long toldProgress;
    private boolean quiet;
    private volatile boolean closed;

    Exchange(Link link, Events events) {
        this.link = link;
        this.events = events;
        this.watch = new WriteWatch(link, this::lose);
        this.meter = new LinkMeter(System.nanoTime(), link.bytesPerSecond());
    }

    void start() {
        Threads.start("machine-reader", this::read);
        watch.start();
    }

    /// @throws Fault `machine.no-answer` and its kin, why the link was lost, or that a person cancelled
    void awaitReady(int seconds, Progress progress) throws InterruptedException {
        boolean[] ready = new boolean[1];
        for (double left = seconds; left > 0 && !ready[0] && lost().isEmpty(); left -= CANCEL_SECONDS) {
            progress.check();
            await(CANCEL_SECONDS, () -> {
                ready[0] = conversation != null && conversation.isReady();
                return ready[0] || lost != null;
            });
        }
        // A firmware that was found and went away is lost, and no stranger.
        if (!ready[0] && (lost == null || !firstWords.isSilent() && !probe.hasFound())) {
            throw firstWords.why(link.name());
        }
        throwIfLost();
    }

    /// Waits until the condition, which is asked under the lock, holds; not longer than that.
    void await(double seconds, BooleanSupplier condition) throws InterruptedException {
        lock.lock();
        try {
            long left = (long) (seconds * 1e9);
            while (!condition.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether listeners hear nothing of what runs; called under the lock.
    void quiet(boolean on) {
        quiet = on;
    }

    /// Wakes those who wait; called under the lock.
    void wakeWaiting() {
        changed.signalAll();
    }

    /// Asks the conversation something; its answer comes at once.
    <T> T get(Function<Conversation, T> what) {
        lock.lock();
        try {
            return what.apply(ready());
        } finally {
            lock.unlock();
        }
    }

    /// Tells the conversation something; what it sends for it is written by another thread.
    ///
    /// @throws Fault why the link was lost, or the conversation's refusal
    void tell(Consumer<Conversation> what) {
        lock.lock();
        try {
            throwIfLost();
            what.accept(ready());
        } finally {
            lock.unlock();
        }
        flushSoon();
    }

    /// As [#tell], but nothing happens when the link is gone.
    void tellIfThere(Consumer<Conversation> what) {
        lock.lock();
        try {
            if (lost != null || conversation == null) {
                return;
            }
            what.accept(conversation);
        } finally {
            lock.unlock();
        }
        flushSoon();
    }

    /// Tells the meter of the link something, with the time it is.
    void measure(ObjLongConsumer<LinkMeter> what) {
        lock.lock();
        try {
            what.accept(meter, System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /// Asks the meter of the link something.
    <T> T look(MeterLook<T> what) {
        lock.lock();
        try {
            return what.at(meter, System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /// Stops everything at once: what waits to be written is dropped.
    void emergencyStop() {
        tell(talk -> {
            outlet.clear();
            outlet.raw(talk.emergencyBytes());
            talk.emergencyStopped(System.nanoTime());
        });
    }

    /// Lets the conversation send what it may: a journal has reached the disk.
    void wake() {
        lock.lock();
        try {
            if (conversation != null) {
                conversation.tick(System.nanoTime());
            }
        } finally {
            lock.unlock();
        }
        flush();
    }

    Optional<Fault> lost() {
        lock.lock();
        try {
            return Optional.ofNullable(lost);
        } finally {
            lock.unlock();
        }
    }

    boolean isRunning() {
        lock.lock();
        try {
            return conversation != null && conversation.isRunning() && lost == null;
        } finally {
            lock.unlock();
        }
    }

    private void throwIfLost() {
        Fault fault = lost;
        if (fault != null) {
            throw fault;
        }
    }

    private Conversation ready() {
        if (conversation == null) {
            throw new Fault("machine.link-closed");
        }
        return conversation;
    }

    private void read() {
        boolean ended = false;
        try {
            readToTheEnd();
            ended = true;
        } finally {
            // Whatever ends the reading, nobody may wait for ever for what it would have heard.
            if (ended) {
                lose(link.closedReason().orElseGet(() -> new Fault("machine.link-closed")));
            } else {
                stopUnheard();
            }
        }
    }

    /// A machine that nobody listens to any more is stopped, and its link is given up.
    private void stopUnheard() {
        lock.lock();
        try {
            outlet.clear();
            if (conversation != null) {
                outlet.raw(conversation.emergencyBytes());
            }
        } finally {
            lock.unlock();
        }
        flush();
        lose(new Fault("machine.reader-died", link.name()));
        link.close();
    }

    private void readToTheEnd() {
        byte[] buffer = new byte[4096];
        int n = 0;
        while (n >= 0 && !closed) {
            flush();
            afterSending();
            long began = System.nanoTime();
            n = link.read(buffer, READ_MILLIS);
            long now = System.nanoTime();
            lock.lock();
            try {
                meter.read(began, now, n);
                if (n > 0) {
                    lines.add(buffer, n, line -> received(line, now));
                }
                tick(now);
            } finally {
                lock.unlock();
            }
            if (lock.hasQueuedThreads()) {
                // However fast a machine talks, whoever wants to stop it comes next.
                LockSupport.parkNanos(GIVE_WAY_NANOS);
            }
        }
    }

    private void afterSending() {
        lock.lock();
        try {
            if (conversation != null) {
                conversation.afterSending();
            }
        } finally {
            lock.unlock();
        }
    }

    private void received(String line, long now) {
        if (line.isEmpty()) {
            return;
        }
        events.heard(line, conversation != null && conversation.isRoutine(line));
        if (conversation != null) {
            conversation.received(line, now);
        } else {
            probe.received(line, now);
        }
        if (!toldReady) {
            firstWords.heard(line);
        }
        meter.heard(line, now);
    }

    private void tick(long now) {
        Conversation talk = conversation;
        if (talk == null) {
            conversation = probe.talk(events, now).orElse(null);
            return;
        }
        talk.tick(now);
        MachineStatus status = talk.status();
        if (status != lastStatus) {
            lastStatus = status;
            changed.signalAll();
        }
        if (!toldReady && talk.isReady()) {
            toldReady = true;
            changed.signalAll();
        }
        if (talk.isRunning() && now - toldProgress > PROGRESS_NANOS) {
            toldProgress = now;
            RunProgress progress = talk.progress();
            meter.linesWait(progress.sent() < progress.lines());
            if (!quiet) {
                events.tell(l -> l.progress(progress));
            }
        }
    }

    private void flushSoon() {
        try {
            operator.execute(this::flush);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: asked for after the end", link.name(), e);
        }
    }

    private void flush() {
        writing.lock();
        try {
            byte[] bytes;
            lock.lock();
            try {
                bytes = outlet.take();
                meter.wrote(bytes, System.nanoTime());
            } finally {
                lock.unlock();
            }
            if (bytes.length > 0 && !closed) {
                watch.write(bytes);
            }
        } catch (Fault fault) {
            lose(fault);
        } finally {
            writing.unlock();
        }
    }

    private void lose(Fault reason) {
        lock.lock();
        try {
            if (lost != null) {
                return;
            }
            lost = reason;
            if (conversation != null) {
                conversation.lost(Optional.of(reason), System.nanoTime());
            }
            changed.signalAll();
            if (!closed) {
                events.tell(l -> l.disconnected(reason));
            }
        } finally {
            lock.unlock();
        }
    }

    /// Writes what was asked for, then closes the link.
    void close(int seconds) {
        operator.shutdown();
        try {
            if (!operator.awaitTermination(seconds, TimeUnit.SECONDS)) {
                LOG.warn("{}: something asked for could not be written before the end", link.name());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        closed = true;
        watch.close();
        link.close();
        lose(new Fault("machine.link-closed"));
    }
}
