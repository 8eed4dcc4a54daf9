package org.commonwright.machine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.machine.health.LinkFigures;
import org.commonwright.machine.health.LinkMeter;
import org.commonwright.machine.link.Link;
import org.commonwright.machine.protocol.Adjustment;
import org.commonwright.machine.protocol.Conversation;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.PrinterState;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.Question;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.protocol.Signal;
import org.commonwright.machine.protocol.Upload;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// One owner of one machine. Everything but [#run] and [#close] returns at once, from any thread: what it causes is heard
/// through a [MachineListener]. When the process is told to end, a run is aborted in order first.
public final class Session implements AutoCloseable {
    private static final double PROGRESS_SECONDS = 0.1;
    private static final int CLOSE_SECONDS = 2;
    private static final int END_SECONDS = 15;
    /// How long a machine may take to say the next line of an answer.
    private static final int ANSWER_SECONDS = 10;

    private final Link link;
    private final Events events = new Events(this::ended);
    private final Exchange exchange;
    private final Runnable whenClosed;
    private final Runnable forgetProcessEnd;
    private final AtomicBoolean closeRequested = new AtomicBoolean();
    private volatile boolean leavesOn;
    private volatile Runnable atEnd = () -> {};
    /// The run that waits for its outcome, guarded by the exchange's lock.
    private @Nullable Run run;

    /// One run's outcome, once it is there.
    private static final class Run {
        private final boolean told;
        private @Nullable RunOutcome outcome;

        Run(boolean told) {
            this.told = told;
        }
    }

    private Session(Link link, Runnable whenClosed) {
        this.link = link;
        this.whenClosed = whenClosed;
        this.exchange = new Exchange(link, events);
        this.forgetProcessEnd = link.whenProcessEnds(this::processEnds);
    }

    /// Takes the link over and waits for the machine to say what it is.
    ///
    /// @param whenClosed called once, after the link is closed
    /// @throws Fault `machine.no-answer` and its kin when nothing known answers in time, or the link's own
    static Session connect(Link link, int patienceSeconds, Runnable whenClosed) throws InterruptedException {
        return connect(link, patienceSeconds, whenClosed, Progress.NONE);
    }

    /// As above, until a person cancels.
    static Session connect(Link link, int patienceSeconds, Runnable whenClosed, Progress progress)
            throws InterruptedException {
        var session = new Session(link, whenClosed);
        session.exchange.start();
        try {
            session.exchange.awaitReady(patienceSeconds, progress);
            return session;
        } catch (Fault | InterruptedException e) {
            session.close();
            throw e;
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
        return exchange.get(Conversation::info);
    }

    public MachineStatus status() {
        return exchange.get(Conversation::status);
    }

    public boolean isRunning() {
        return exchange.get(Conversation::isRunning);
    }

    public RunProgress progress() {
        return exchange.get(Conversation::progress);
    }

    /// Why the link is gone, empty while it is there.
    public Optional<Fault> lost() {
        return exchange.lost();
    }

    /// What was measured on the link since it was opened.
    public LinkFigures link() {
        return exchange.look(LinkMeter::figures);
    }

    /// What was measured on the link in the run that goes on, or in the last one.
    public Optional<LinkFigures> linkInRun() {
        return exchange.look(LinkMeter::run);
    }

    /// The port was open before.
    void reconnects(int times) {
        exchange.measure((meter, _) -> meter.reconnects(times));
    }

    /// Streams a program and waits for its end. A cancel by `progress` or an interrupt of the thread aborts the run in order;
    /// the outcome then says so, and the interrupt stays set.
    ///
    /// @throws Fault when the program cannot be run here; then nothing was sent
    public RunOutcome run(Program program, SendLog log, Progress progress) {
        var mine = new Run(true);
        exchange.tell(talk -> {
            talk.start(program, log, System.nanoTime());
            run = mine;
            exchange.measure(LinkMeter::runBegins);
        });
        events.tell(listener -> listener.started(program));
        log.whenPermitted(exchange::wake);
        exchange.wake();
        return awaitOutcome(mine, progress);
    }

    /// Writes a file to the machine's card and waits until it is there; a cancel takes away again what was written.
    ///
    /// @throws Fault when the machine has no card or is busy; then nothing was sent
    public RunOutcome upload(Upload upload, Progress progress) {
        var mine = new Run(false);
        exchange.tell(talk -> {
            talk.upload(upload, System.nanoTime());
            run = mine;
        });
        return awaitOutcome(mine, progress);
    }

    /// As [#run], for a machine that only reads: no listener hears of a run, because there is none.
    public RunOutcome rehearse(Program program, Progress progress) {
        var mine = new Run(false);
        exchange.tell(talk -> {
            talk.start(program, SendLog.NONE, System.nanoTime());
            run = mine;
            exchange.quiet(true);
        });
        exchange.wake();
        return awaitOutcome(mine, progress);
    }

    private RunOutcome awaitOutcome(Run mine, Progress progress) {
        boolean interrupted = false;
        boolean aborting = false;
        try {
            while (true) {
                try {
                    exchange.await(PROGRESS_SECONDS, () -> mine.outcome != null);
                } catch (InterruptedException _) {
                    interrupted = true;
                }
                RunOutcome outcome = exchange.get(_ -> Optional.ofNullable(mine.outcome)).orElse(null);
                if (outcome != null) {
                    return outcome;
                }
                progress.update(progress().fraction());
                if (!aborting && (interrupted || progress.cancelled())) {
                    aborting = true;
                    exchange.tellIfThere(talk -> talk.abort(System.nanoTime()));
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// @return whether listeners are to hear of it
    private boolean ended(RunOutcome outcome) {
        boolean told = run == null || run.told;
        exchange.quiet(false);
        if (run != null) {
            run.outcome = outcome;
            run = null;
        }
        exchange.measure(LinkMeter::runEnded);
        exchange.wakeWaiting();
        return told;
    }

    /// Brakes and waits; [#resume()] goes on.
    public void hold() {
        exchange.tell(talk -> talk.hold(System.nanoTime()));
    }

    public void resume() {
        exchange.tell(talk -> talk.resume(System.nanoTime()));
    }

    /// Ends the run, or any motion, in order: it brakes, forgets what is queued, and switches tools off.
    public void abort() {
        exchange.tell(talk -> talk.abort(System.nanoTime()));
    }

    /// Stops everything at once; the position may be lost.
    public void emergencyStop() {
        exchange.emergencyStop();
    }

    public void home() {
        exchange.tell(talk -> talk.home(System.nanoTime()));
    }

    /// Leaves an alarm without homing.
    public void unlock() {
        exchange.tell(talk -> talk.unlock(System.nanoTime()));
    }

    /// Moves for as long as this is called again at least ten times a second.
    ///
    /// @param velocity in mm per second
    public void jog(Position velocity) {
        exchange.tell(talk -> talk.jog(velocity, System.nanoTime()));
    }

    public void stopJog() {
        exchange.tell(talk -> talk.stopJog(System.nanoTime()));
    }

    public void adjust(Adjustment adjustment) {
        exchange.tell(talk -> talk.adjust(adjustment, System.nanoTime()));
    }

    /// Something that acts at once.
    ///
    /// @throws Fault when the firmware has nothing like it, or when it has no place now
    public void signal(Signal signal) {
        exchange.tell(talk -> talk.signal(signal, System.nanoTime()));
    }

    /// Sends a line that a person typed.
    ///
    /// @throws Fault while a program runs, or when the line cannot be sent
    public void command(String line) {
        exchange.tell(talk -> talk.command(line, System.nanoTime()));
    }

    /// Sends a line of an operator's, also while a program runs where the firmware takes one in between.
    ///
    /// @throws Fault when it cannot be sent now
    public void operate(String line) {
        exchange.tell(talk -> talk.operate(line, System.nanoTime()));
    }

    /// Waits for a report that is as wanted, or until the link is gone.
    ///
    /// @param wanted asked of the last report at once, and of each that comes
    /// @param seconds the longest that it waits
    /// @return the last report; not as wanted when none came in time
    public MachineStatus awaitStatus(Predicate<MachineStatus> wanted, double seconds, Progress progress)
            throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        double left = seconds;
        while (true) {
            exchange.await(Math.min(left, PROGRESS_SECONDS),
                    () -> wanted.test(status()) || lost().isPresent());
            progress.check();
            MachineStatus now = status();
            left = (end - System.nanoTime()) / 1e9;
            if (left <= 0 || wanted.test(now) || lost().isPresent()) {
                return now;
            }
        }
    }

    /// What a printer asks, tells and prints of its own.
    public PrinterState printer() {
        return exchange.get(Conversation::printer);
    }

    /// Heaters stay on when this session ends: somebody else looks after the machine then.
    public void leaveOn() {
        leavesOn = true;
    }

    /// Asks the machine something and waits for its answer.
    ///
    /// @return what it said until it was done, with whatever came in between; without its `ok`
    /// @throws Fault when it refuses, says nothing for a while, or cannot be asked now
    public List<String> ask(String line, Progress progress) throws InterruptedException {
        return ask(line, ANSWER_SECONDS, progress);
    }

    /// As [#ask(String, Progress)], for what takes its time: a probing, a homing.
    ///
    /// @param patienceSeconds how long it may say nothing
    public List<String> ask(String line, double patienceSeconds, Progress progress) throws InterruptedException {
        var question = new Question(line, exchange::wakeWaiting);
        exchange.tell(talk -> talk.ask(question, System.nanoTime()));
        try {
            int heard = -1;
            double waited = 0;
            while (true) {
                exchange.await(PROGRESS_SECONDS, question::isDone);
                progress.check();
                Question.Look look = exchange.get(_ -> question.look());
                Problem refusal = look.refusal();
                if (refusal != null) {
                    throw new Fault(refusal.code(), refusal.arguments().toArray());
                }
                if (look.done()) {
                    return look.answer();
                }
                waited = look.answer().size() == heard ? waited + PROGRESS_SECONDS : 0;
                heard = look.answer().size();
                if (waited > patienceSeconds) {
                    exchange.tellIfThere(_ -> question.refused(Problem.error(null, "machine.question-silent", line)));
                }
            }
        } finally {
            // After a cancel nobody waits for it any more, and others may ask; after an answer this says nothing.
            exchange.tellIfThere(_ -> question.refused(Problem.error(null, "machine.question-silent", line)));
        }
    }

    /// Also done when the process is told to end, after a run was aborted: the process stays until it returns.
    public void whenProcessEnds(Runnable work) {
        atEnd = work;
    }

    private void processEnds() {
        try {
            awaitAbort(END_SECONDS);
            switchOff();
            exchange.wake();
            atEnd.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void switchOff() {
        if (!leavesOn) {
            exchange.tellIfThere(talk -> talk.leaving(System.nanoTime()));
        }
    }

    private void awaitAbort(int seconds) throws InterruptedException {
        if (exchange.isRunning()) {
            exchange.tellIfThere(talk -> talk.abort(System.nanoTime()));
            exchange.await(seconds, () -> run == null);
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
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        switchOff();
        exchange.close(CLOSE_SECONDS);
        forgetProcessEnd.run();
        events.close();
        whenClosed.run();
    }
}
