package org.commonwright.machine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.RunOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands what happens to the listeners, on one thread of its own.
final class Events implements ConversationEvents, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final int BACKLOG = 5000;

    private final List<MachineListener> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("machine-events").factory());
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger leftOut = new AtomicInteger();
    private final Consumer<RunOutcome> ended;

    Events(Consumer<RunOutcome> ended) {
        this.ended = ended;
    }

    void add(MachineListener listener) {
        listeners.add(listener);
    }

    void remove(MachineListener listener) {
        listeners.remove(listener);
    }

    boolean isHeard() {
        return !listeners.isEmpty();
    }

    void tell(Consumer<MachineListener> what) {
        if (listeners.isEmpty()) {
            return;
        }
        waiting.incrementAndGet();
        try {
            thread.execute(() -> {
                waiting.decrementAndGet();
                int missed = leftOut.getAndSet(0);
                for (MachineListener listener : listeners) {
                    if (missed > 0) {
                        listener.leftOut(missed);
                    }
                    what.accept(listener);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("an event after the end", e);
        }
    }

    /// A console line; left out when too many wait.
    void console(Consumer<MachineListener> what) {
        if (waiting.get() > BACKLOG) {
            leftOut.incrementAndGet();
        } else {
            tell(what);
        }
    }

    @Override
    public boolean wantsSent() {
        return isHeard();
    }

    @Override
    public void sent(String line) {
        console(l -> l.sent(line));
    }

    @Override
    public void status(MachineStatus status) {
        tell(l -> l.status(status));
    }

    @Override
    public void ended(RunOutcome outcome) {
        ended.accept(outcome);
        tell(l -> l.ended(outcome));
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
