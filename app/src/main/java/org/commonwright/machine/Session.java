package org.commonwright.machine;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.commonwright.error.Fault;
import org.commonwright.machine.grbl.GrblConversation;
import org.commonwright.machine.link.LineAssembler;
import org.commonwright.machine.link.Link;
import org.commonwright.machine.marlin.MarlinConversation;
import org.commonwright.machine.protocol.Adjustment;
import org.commonwright.machine.protocol.Conversation;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Outlet;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One owner of one machine. Everything but [#run] and [#close] returns at once, from any thread: what it causes is heard
/// through a [MachineListener].
///
/// A thread of the session's own reads; what it reads may make it send at once. What people ask for is written by a second
/// thread, so that a write that hangs never holds up a window.
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int READ_MILLIS = 50;
    private static final long PROGRESS_NANOS = 100_000_000L;
    private static final long CLOSE_SECONDS = 2;
    private static final long END_SECONDS = 15;

    private final Link link;
    private final Outlet outlet = new Outlet();
    private final Events events = new Events(this::ended);
    private final LineAssembler lines = new LineAssembler();
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ExecutorService operator = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("machine-operator").factory());
    private final FirmwareProbe probe;
    private final Runnable whenClosed;
    private final Runnable forgetProcessEnd;
    private @Nullable Conversation conversation;
    private @Nullable RunOutcome outcome;
    private @Nullable Fault lost;
    private boolean toldReady;
    private long toldProgress;
    private final AtomicBoolean closeRequested = new AtomicBoolean();
    private volatile boolean closing;
    private volatile Runnable atEnd = () -> {};

    private Session(Link link, Runnable whenClosed) {
        this.link = link;
        this.whenClosed = whenClosed;
        this.forgetProcessEnd = link.whenProcessEnds(this::processEnds);
        this.probe = new FirmwareProbe(outlet, System.nanoTime());
    }

    /// Takes the link over and waits for the machine to say what it is.
    ///
    /// @param whenClosed called once, after the link is closed
    /// @throws Fault `machine.no-answer` when nothing known answers in time, or the link's own
    static Session connect(Link link, int patienceSeconds, Runnable whenClosed) throws InterruptedException {
        var session = new Session(link, whenClosed);
        Thread.ofPlatform().daemon().name("machine-reader").start(session::read);
        try {
            session.awaitReady(patienceSeconds);
            return session;
        } catch (Fault | InterruptedException e) {
            session.close();
            throw e;
        }
    }

    private void awaitReady(int patienceSeconds) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(patienceSeconds);
            while ((conversation == null || !conversation.isReady()) && lost == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (lost != null) {
                throw lost;
            }
            if (left <= 0) {
                throw new Fault("machine.no-answer", link.name());
            }
        } finally {
            lock.unlock();
        }
    }

    public void addListener(MachineListener listener) {
        events.add(listener);
    }

    public void removeListener(MachineListener listener) {
        events.remove(listener);
    }

    /// The port's name.
    public String name() {
        return link.name();
    }

    public MachineInfo info() {
        return locked(Conversation::info);
    }

    public MachineStatus status() {
        return locked(Conversation::status);
    }

    public boolean isRunning() {
        return locked(Conversation::isRunning);
    }

    public RunProgress progress() {
        return locked(Conversation::progress);
    }

    /// Why the link is gone, empty while it is there.
    public Optional<Fault> lost() {
        lock.lock();
        try {
            return Optional.ofNullable(lost);
        } finally {
            lock.unlock();
        }
    }

    /// Streams a program and waits for its end. A cancel by `progress` or an interrupt of the thread aborts the run in order;
    /// the outcome then says so, and the interrupt stays set.
    ///
    /// @throws Fault when the program cannot be run here; then nothing was sent
    public RunOutcome run(Program program, SendLog log, Progress progress) {
        lock.lock();
        try {
            Conversation talk = ready();
            outcome = null;
            talk.start(program, log, System.nanoTime());
            log.whenPermitted(this::wake);
        } finally {
            lock.unlock();
        }
        wake();
        return awaitOutcome(progress);
    }

    private RunOutcome awaitOutcome(Progress progress) {
        boolean interrupted = false;
        boolean aborting = false;
        try {
            while (true) {
                double fraction;
                lock.lock();
                try {
                    if (outcome != null) {
                        return outcome;
                    }
                    fraction = ready().progress().fraction();
                    changed.awaitNanos(PROGRESS_NANOS);
                } catch (InterruptedException _) {
                    interrupted = true;
                    fraction = -1;
                } finally {
                    lock.unlock();
                }
                progress.update(fraction);
                if (!aborting && (interrupted || progress.cancelled())) {
                    aborting = true;
                    abort();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Brakes and waits; [#resume()] goes on.
    public void hold() {
        ask(talk -> talk.hold(System.nanoTime()));
    }

    public void resume() {
        ask(talk -> talk.resume(System.nanoTime()));
    }

    /// Ends the run, or any motion, in order: it brakes, forgets what is queued, and switches tools off.
    public void abort() {
        ask(talk -> talk.abort(System.nanoTime()));
    }

    /// Stops everything at once; the position may be lost.
    public void emergencyStop() {
        ask(talk -> {
            outlet.clear();
            for (byte b : talk.emergencyBytes()) {
                outlet.raw(b);
            }
            talk.emergencyStopped(System.nanoTime());
        });
    }

    public void home() {
        ask(talk -> talk.home(System.nanoTime()));
    }

    /// Leaves an alarm without homing.
    public void unlock() {
        ask(talk -> talk.unlock(System.nanoTime()));
    }

    /// Moves for as long as this is called again at least ten times a second.
    ///
    /// @param velocity in mm per second
    public void jog(Position velocity) {
        ask(talk -> talk.jog(velocity, System.nanoTime()));
    }

    public void stopJog() {
        ask(talk -> talk.stopJog(System.nanoTime()));
    }

    public void adjust(Adjustment adjustment) {
        ask(talk -> talk.adjust(adjustment, System.nanoTime()));
    }

    /// Sends a line that a person typed.
    ///
    /// @throws Fault while a program runs, or when the line cannot be sent
    public void command(String line) {
        ask(talk -> talk.command(line, System.nanoTime()));
    }

    private void ask(Consumer<Conversation> what) {
        lock.lock();
        try {
            if (lost != null) {
                throw lost;
            }
            what.accept(ready());
        } finally {
            lock.unlock();
        }
        if (!operator.isShutdown()) {
            operator.execute(this::flush);
        }
    }

    private <T> T locked(Function<Conversation, T> what) {
        lock.lock();
        try {
            return what.apply(ready());
        } finally {
            lock.unlock();
        }
    }

    private Conversation ready() {
        if (conversation == null) {
            throw new Fault("machine.link-closed");
        }
        return conversation;
    }

    private void ended(RunOutcome newOutcome) {
        outcome = newOutcome;
        changed.signalAll();
    }

    /// More may be sent: the journal is on disk.
    private void wake() {
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

    private void read() {
        byte[] buffer = new byte[4096];
        int n = 0;
        while (n >= 0 && !closing) {
            flush();
            n = link.read(buffer, READ_MILLIS);
            lock.lock();
            try {
                long now = System.nanoTime();
                if (n > 0) {
                    lines.add(buffer, n, line -> received(line, now));
                }
                tick(now);
            } finally {
                lock.unlock();
            }
        }
        gone();
    }

    private void received(String line, long now) {
        if (line.isEmpty()) {
            return;
        }
        if (events.isHeard() && !line.startsWith("<")) {
            events.console(l -> l.received(line));
        }
        if (conversation != null) {
            conversation.received(line, now);
        } else {
            probe.received(line, now);
        }
    }

    private void tick(long now) {
        Conversation talk = conversation;
        if (talk == null) {
            probe.tick(now).ifPresent(firmware -> {
                Conversation found = switch (firmware) {
                    case GRBL -> new GrblConversation(outlet, events);
                    case MARLIN -> new MarlinConversation(outlet, events);
                };
                conversation = found;
                found.open(now);
            });
            return;
        }
        talk.tick(now);
        if (!toldReady && talk.isReady()) {
            toldReady = true;
            changed.signalAll();
        }
        if (talk.isRunning() && now - toldProgress > PROGRESS_NANOS) {
            toldProgress = now;
            RunProgress progress = talk.progress();
            events.tell(l -> l.progress(progress));
        }
    }

    /// Writes what waits. The lock is not held meanwhile, so a write that hangs holds nobody up but other writers.
    private void flush() {
        writing.lock();
        try {
            byte[] bytes;
            lock.lock();
            try {
                bytes = outlet.take();
            } finally {
                lock.unlock();
            }
            if (bytes.length > 0 && !closing) {
                link.write(bytes, 0, bytes.length);
            }
        } catch (Fault fault) {
            lose(fault);
        } finally {
            writing.unlock();
        }
    }

    private void gone() {
        lose(link.closedReason().orElseGet(() -> new Fault("machine.link-closed")));
    }

    private void lose(Fault reason) {
        lock.lock();
        try {
            if (lost == null) {
                lost = reason;
                if (conversation != null) {
                    conversation.lost(Optional.of(reason), System.nanoTime());
                }
                changed.signalAll();
                if (!closing) {
                    events.tell(l -> l.disconnected(reason));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Lets go of the machine. What runs is aborted first, in order, as far as the machine plays along.
    @Override
    public void close() {
        if (!closeRequested.compareAndSet(false, true)) {
            return;
        }
        try {
            awaitAbort(CLOSE_SECONDS);
            operator.shutdown();
            if (!operator.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{}: something asked for could not be written before the end", link.name());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        closing = true;
        operator.shutdown();
        link.close();
        gone();
        events.close();
        forgetProcessEnd.run();
        whenClosed.run();
    }

    /// The process was told to end: what runs is stopped in order, while the link is still there.
    private void processEnds() {
        try {
            awaitAbort(END_SECONDS);
            atEnd.run();
        } catch (Fault fault) {
            LOG.warn("{} could not be stopped at the end of the process", link.name(), fault);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Also done when the process is told to end, after a run was aborted: the process stays until it returns.
    public void whenProcessEnds(Runnable work) {
        atEnd = work;
    }

    private void awaitAbort(long seconds) throws InterruptedException {
        lock.lock();
        try {
            if (conversation != null && conversation.isRunning() && lost == null) {
                abort();
                long left = TimeUnit.SECONDS.toNanos(seconds);
                while (outcome == null && left > 0) {
                    left = changed.awaitNanos(left);
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
