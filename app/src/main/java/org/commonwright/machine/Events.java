package org.commonwright.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.PrinterState;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.Pause;
import org.commonwright.task.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands what happens to the listeners, on one thread of its own. However much a machine says, what waits here is bounded:
/// console lines are left out above a few thousand, and of states that were not yet told only the last one is.
final class Events implements ConversationEvents, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final int BACKLOG = 5000;
    /// From one bundle to the next, so that the listeners have time to show it.
    private static final long MOMENT_MILLIS = 20;

    private final List<MachineListener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Predicate<RunOutcome> ended;
    private Deque<Consumer<MachineListener>> waiting = new ArrayDeque<>();
    /// The last state, while nothing that must come after it waits.
    private @Nullable State latest;
    private @Nullable Printer printer;
    /// Stands where the first line was left out, until it is told.
    private @Nullable LeftOut leftOut;
    private boolean closed;

    /// A state that a newer one may replace.
    private static final class State implements Consumer<MachineListener> {
        private MachineStatus status;

        State(MachineStatus status) {
            this.status = status;
        }

        @Override
        public void accept(MachineListener listener) {
            listener.status(status);
        }
    }

    /// What a printer says of itself; only the newest counts.
    private static final class Printer implements Consumer<MachineListener> {
        private PrinterState state;

        Printer(PrinterState state) {
            this.state = state;
        }

        @Override
        public void accept(MachineListener listener) {
            listener.printer(state);
        }
    }

    /// Lines that nobody will see.
    private static final class LeftOut implements Consumer<MachineListener> {
        private int lines;

        @Override
        public void accept(MachineListener listener) {
            listener.leftOut(lines);
        }
    }

    /// @param ended hears first how a run ended, and says whether it was one that listeners want to hear of
    Events(Predicate<RunOutcome> ended) {
        this.ended = ended;
        Threads.start("machine-events", this::tellAll);
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
        if (isHeard()) {
            change(() -> {
                latest = null;
                waiting.add(what);
            });
        }
    }

    /// A console line; left out when too many wait.
    void console(Consumer<MachineListener> what) {
        change(() -> {
            if (waiting.size() >= BACKLOG) {
                leftOut().lines++;
            } else {
                waiting.add(what);
            }
        });
    }

    /// A line from the machine.
    ///
    /// @param routine whether it only answers what is asked again and again
    void heard(String line, boolean routine) {
        if (isHeard()) {
            console(isReport(line)
                    ? l -> l.report(line)
                    : routine ? l -> l.routine(false, line) : l -> l.received(line));
        }
    }

    /// What only begins like a report is an answer like others.
    private static boolean isReport(String line) {
        return line.startsWith("<") && line.endsWith(">") && Character.isLetter(line.charAt(1));
    }

    private LeftOut leftOut() {
        LeftOut known = leftOut;
        if (known == null) {
            known = new LeftOut();
            leftOut = known;
            waiting.add(known);
        }
        return known;
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
    public void polled(String line) {
        console(l -> l.routine(true, line));
    }

    @Override
    public void status(MachineStatus status) {
        if (isHeard()) {
            change(() -> {
                if (latest == null) {
                    latest = new State(status);
                    waiting.add(latest);
                } else {
                    latest.status = status;
                }
            });
        }
    }

    @Override
    public void ended(RunOutcome outcome) {
        if (ended.test(outcome)) {
            tell(l -> l.ended(outcome));
        }
    }

    @Override
    public void printer(PrinterState state) {
        if (isHeard()) {
            change(() -> {
                if (printer == null) {
                    var told = new Printer(state);
                    printer = told;
                    waiting.add(told);
                } else {
                    printer.state = state;
                }
            });
        }
    }

    @Override
    public void close() {
        change(() -> closed = true);
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            if (!closed) {
                what.run();
                news.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void tellAll() {
        try {
            Deque<Consumer<MachineListener>> some = next();
            while (!some.isEmpty()) {
                some.forEach(what -> listeners.forEach(what));
                listeners.forEach(MachineListener::caughtUp);
                Pause.millis(MOMENT_MILLIS);
                some = next();
            }
        } catch (InterruptedException e) {
            LOG.warn("nobody hears of this machine any more", e);
            Thread.currentThread().interrupt();
        }
    }

    /// @return what waits; empty at the end
    private Deque<Consumer<MachineListener>> next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                news.await();
            }
            Deque<Consumer<MachineListener>> some = waiting;
            waiting = new ArrayDeque<>();
            latest = null;
            printer = null;
            leftOut = null;
            return some;
        } finally {
            lock.unlock();
        }
    }
}
