package org.commonwright.workbench.machines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Session;
import org.commonwright.machine.protocol.Adjustment;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.machines.bench.Bench;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loader;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// One connected machine as its page shows it. Lives on the window's thread; what the session says is handed over to it.
public final class MachineViewModel {
    private final Session session;
    private final String title;
    private final Tasks tasks;
    private final Notices notices;
    private final JobRunning running;
    private final ProgramReading reading;
    private final Loader<LoadedProgram> program;
    private final FirmwareViewModel firmwareSettings;
    private final ReadOnlyObjectWrapper<MachineStatus> status = new ReadOnlyObjectWrapper<>(MachineStatus.UNKNOWN);
    private final ReadOnlyObjectWrapper<@Nullable RunProgress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunOutcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Fault> lost = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);
    private final ConsoleLog console = new ConsoleLog();
    private final Handover heard;
    private @Nullable TaskHandle run;

    /// @param title what people know it by
    /// @param running starts a program with its journal
    MachineViewModel(Session session, String title, Tasks tasks, Executor window, Notices notices, JobRunning running) {
        this.session = session;
        this.title = title;
        this.tasks = tasks;
        this.notices = notices;
        this.running = running;
        this.reading = new ProgramReading(session);
        this.program = new Loader<>(tasks);
        this.firmwareSettings = new FirmwareViewModel(session, tasks, notices);
        this.heard = new Handover(window, new Told());
        session.addListener(heard);
        status.set(session.status());
    }

    /// For what has a page of its own.
    Session session() {
        return session;
    }

    /// Its port.
    public String name() {
        return session.name();
    }

    /// What people know it by: its port, or for a job the machine's name in the workshop and what is made.
    public String title() {
        return title;
    }

    /// Such as `Grbl 1.1h`.
    public String firmware() {
        return session.info().firmware() + " " + session.info().version();
    }

    public ReadOnlyObjectProperty<MachineStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// Null before the first run.
    public ReadOnlyObjectProperty<@Nullable RunProgress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// How the last run ended; null before, and while one goes on.
    public ReadOnlyObjectProperty<@Nullable RunOutcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// Why the link is gone; null while it is there.
    public ReadOnlyObjectProperty<@Nullable Fault> lost() {
        return lost.getReadOnlyProperty();
    }

    /// Whether a program runs.
    public ReadOnlyObjectProperty<Boolean> busy() {
        return busy.getReadOnlyProperty();
    }

    /// What its firmware is set to.
    FirmwareViewModel firmwareSettings() {
        return firmwareSettings;
    }

    /// How well its link works.
    ///
    /// @param quiet for work that is not worth a line in the status bar
    LinkViewModel link(Tasks quiet) {
        return new LinkViewModel(session, quiet, notices);
    }

    /// What its other pages share.
    Bench bench() {
        return new OnBench();
    }

    /// What its other pages may do with its program and its time.
    private final class OnBench implements Bench {
        private final ObservableValue<@Nullable Program> loaded = program.state().map(state -> {
            LoadedProgram now = program.value();
            return now == null ? null : now.program();
        });

        @Override
        public ObservableValue<@Nullable Program> program() {
            return loaded;
        }

        @Override
        public void show(Program given) {
            load(given);
        }

        @Override
        public void take() {
            busy.set(true);
        }

        @Override
        public void cancels(TaskHandle task) {
            run = task;
        }

        @Override
        public void free() {
            busy.set(false);
        }
    }

    public Loader<LoadedProgram> program() {
        return program;
    }

    public ObservableList<ConsoleLine> console() {
        return console.lines();
    }

    ConsoleFile consoleFile() {
        return new ConsoleFile(tasks, notices);
    }

    /// The state in words, with the progress of a run.
    public ObservableValue<Messages.Key> words() {
        return Bindings.createObjectBinding(this::stateWords, status, progress, busy, lost);
    }

    /// The time that the run still takes by the estimate; empty when nothing runs or nothing is known.
    public Optional<Duration> left() {
        LoadedProgram loaded = program.value();
        RunProgress now = progress.get();
        if (loaded == null || now == null || !busy.get()) {
            return Optional.empty();
        }
        int move = loaded.file().toolpath().lastMoveAt(now.executed());
        double seconds = move < 0 ? loaded.estimate().seconds() : loaded.estimate().after(move);
        return Optional.of(Duration.ofMillis((long) (seconds * 1000)));
    }

    /// The move that is certainly done; -1 when none is.
    public int doneMove() {
        LoadedProgram loaded = program.value();
        RunProgress now = progress.get();
        return loaded == null || now == null ? -1 : loaded.file().toolpath().lastMoveAt(now.executed());
    }

    public void load(Path file) {
        outcome.set(null);
        progress.set(null);
        program.load(Messages.Key.of("machines.reading", file.getFileName().toString()),
                watch -> reading.read(Program.read(file), watch));
    }

    /// A program that is not in a file of its own: the rest of one that was cut off, or a job's.
    private void load(Program given) {
        outcome.set(null);
        progress.set(null);
        program.load(Messages.Key.of("machines.reading", given.name()), watch -> reading.read(given, watch));
    }

    /// Looks at the loaded program once more, with the work's zero as it is now, and hands over what is wrong.
    void recheck(Consumer<List<Problem>> then) {
        LoadedProgram loaded = program.value();
        if (loaded != null && !busy.get()) {
            tasks.submit(Messages.Key.of("machines.checking", loaded.program().name()),
                    watch -> reading.findings(loaded.program(), loaded.file(), watch),
                    Outcome.of(then, notices::fault));
        }
    }

    /// Runs the loaded program.
    public void start() {
        LoadedProgram loaded = program.value();
        if (loaded != null && !busy.get()) {
            run(loaded.program(), _ -> {}, () -> {});
        }
    }

    /// Shows a program and runs it at once.
    ///
    /// @param begun called, on another thread, when the run is written down and before anything is sent
    void start(Program given, Consumer<String> begun, Runnable refused) {
        if (!busy.get()) {
            load(given);
            run(given, begun, refused);
        }
    }

    private void run(Program given, Consumer<String> begun, Runnable refused) {
        busy.set(true);
        outcome.set(null);
        run = tasks.submit(Messages.Key.of("machines.running", given.name(), title()),
                watch -> running.run(session, given, begun, watch), new TaskListener<RunOutcome>() {
                    @Override
                    public void done(RunOutcome result) {
                        ended(result);
                    }

                    @Override
                    public void failed(Fault fault) {
                        busy.set(false);
                        notices.fault(fault);
                        refused.run();
                    }

                    @Override
                    public void cancelled() {
                        busy.set(false);
                    }
                });
    }

    private void ended(RunOutcome result) {
        busy.set(false);
        progress.set(result.progress());
        outcome.set(result);
    }

    public void hold() {
        ask(session::hold);
    }

    public void resume() {
        ask(session::resume);
    }

    /// Ends the run in order.
    public void abort() {
        if (run != null && !run.isDone()) {
            run.cancel();
        } else {
            ask(session::abort);
        }
    }

    /// Whether it speaks `grbl` or `marlin`, as a journal has it.
    boolean speaks(String dialect) {
        return session.info().dialect().equals(dialect);
    }

    boolean isOf(Session other) {
        return session == other;
    }

    public void emergencyStop() {
        ask(session::emergencyStop);
    }

    public void home() {
        ask(session::home);
    }

    public void unlock() {
        ask(session::unlock);
    }

    /// @param velocity in mm per second; call at least ten times a second while the key is down
    public void jog(Position velocity) {
        ask(() -> session.jog(velocity));
    }

    void adjust(Adjustment adjustment) {
        ask(() -> session.adjust(adjustment));
    }

    public void stopJog() {
        ask(session::stopJog);
    }

    /// A line that a person typed.
    public void command(String line) {
        if (!line.isBlank()) {
            ask(() -> session.command(line.strip()));
        }
    }

    private void ask(Runnable what) {
        try {
            what.run();
        } catch (Fault fault) {
            notices.fault(fault);
        }
    }

    /// Disconnects; what runs is aborted in order.
    void close() {
        forget();
        session.close();
    }

    /// Hears no more of the session: somebody else owns it, or has closed it.
    void forget() {
        heard.close();
        session.removeListener(heard);
    }

    private Messages.Key stateWords() {
        if (lost.get() != null) {
            return Messages.Key.of("machines.state-disconnected");
        }
        RunProgress now = progress.get();
        if (busy.get() && now != null) {
            return Messages.Key.of("machines.state-percent", StateWords.of(status.get().state()),
                    Math.round(now.fraction() * 100));
        }
        return StateWords.of(status.get().state());
    }

    /// What the session says, on the window's thread.
    private final class Told implements MachineNews {
        @Override
        public void status(MachineStatus now) {
            status.set(now);
        }

        @Override
        public void progress(RunProgress now) {
            progress.set(now);
        }

        @Override
        public void said(List<ConsoleLine> lines) {
            console.add(lines);
        }

        /// A program that another part of the window runs here, a job's, is shown like one's own.
        @Override
        public void started(Program given) {
            if (run == null || run.isDone()) {
                load(given);
                busy.set(true);
            }
        }

        @Override
        public void ended(RunOutcome result) {
            if (run == null || run.isDone()) {
                MachineViewModel.this.ended(result);
            }
        }

        @Override
        public void disconnected(Fault reason) {
            lost.set(reason);
            status.set(status.get().with(MachineState.DISCONNECTED, 0));
        }
    }
}
