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
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.machines.bench.Bench;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// One connected machine as its page shows it. Lives on the window's thread; what the session says is handed over to it.
public final class MachineViewModel {
    private final Session session;
    private final String title;
    private final Tasks tasks;
    private final Notices notices;
    private final JobRunning running;
    private final ShownProgram program;
    private final FirmwareViewModel firmwareSettings;
    private final ReadOnlyObjectWrapper<MachineStatus> status = new ReadOnlyObjectWrapper<>(MachineStatus.UNKNOWN);
    private final Occupancy time = new Occupancy();
    private final ReadOnlyObjectWrapper<@Nullable Fault> lost = new ReadOnlyObjectWrapper<>();
    private final ConsoleLog console = new ConsoleLog();
    private final Handover heard;

    /// @param title what people know it by
    /// @param running starts a program with its journal
    MachineViewModel(Session session, String title, Tasks tasks, Executor window, Notices notices, JobRunning running) {
        this.session = session;
        this.title = title;
        this.tasks = tasks;
        this.notices = notices;
        this.running = running;
        this.program = new ShownProgram(session, tasks, notices);
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
        return time.progress();
    }

    /// How the last run ended; null before, and while one goes on.
    public ReadOnlyObjectProperty<@Nullable RunOutcome> outcome() {
        return time.outcome();
    }

    /// Why the link is gone; null while it is there.
    public ReadOnlyObjectProperty<@Nullable Fault> lost() {
        return lost.getReadOnlyProperty();
    }

    /// Whether a program runs.
    public ReadOnlyObjectProperty<Boolean> busy() {
        return time.busy();
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
        return new OnBench(program, time);
    }

    public Loader<LoadedProgram> program() {
        return program.loader();
    }

    public ObservableList<ConsoleLine> console() {
        return console.lines();
    }

    ConsoleFile consoleFile() {
        return new ConsoleFile(tasks, notices);
    }

    /// The state in words, with the progress of a run.
    public ObservableValue<Messages.Key> words() {
        return Bindings.createObjectBinding(this::stateWords, status, progress(), busy(), lost);
    }

    /// The time that the run still takes by the estimate; empty when nothing runs or nothing is known.
    public Optional<Duration> left() {
        return busy().get() ? program.left(progress().get()) : Optional.empty();
    }

    /// The move that is certainly done; -1 when none is.
    public int doneMove() {
        return program.doneMove(progress().get());
    }

    public void load(Path file) {
        time.forgetLastRun();
        program.load(file);
    }

    /// A program that is not in a file of its own: the rest of one that was cut off, or a job's.
    private void load(Program given) {
        time.forgetLastRun();
        program.load(given);
    }

    /// Looks at the loaded program once more, with the work's zero as it is now, and hands over what is wrong.
    void recheck(Consumer<List<Problem>> then) {
        if (!busy().get()) {
            program.recheck(then);
        }
    }

    /// Runs the loaded program.
    public void start() {
        LoadedProgram loaded = program.loader().value();
        if (loaded != null && !busy().get()) {
            run(loaded.program(), _ -> {}, () -> {});
        }
    }

    /// Shows a program and runs it at once.
    ///
    /// @param begun called, on another thread, when the run is written down and before anything is sent
    void start(Program given, Consumer<String> begun, Runnable refused) {
        if (!busy().get()) {
            load(given);
            run(given, begun, refused);
        }
    }

    private void run(Program given, Consumer<String> begun, Runnable refused) {
        time.begin();
        time.cancels(tasks.submit(Messages.Key.of("machines.running", given.name(), title()),
                watch -> running.run(session, given, begun, watch), new TaskListener<RunOutcome>() {
                    @Override
                    public void done(RunOutcome result) {
                        time.ended(result);
                    }

                    @Override
                    public void failed(Fault fault) {
                        time.free();
                        notices.fault(fault);
                        refused.run();
                    }

                    @Override
                    public void cancelled() {
                        time.free();
                    }
                }));
    }

    public void hold() {
        ask(session::hold);
    }

    public void resume() {
        ask(session::resume);
    }

    /// Ends the run in order.
    public void abort() {
        if (!time.cancel()) {
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
        RunProgress now = progress().get();
        if (busy().get() && now != null) {
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
            time.isAt(now);
        }

        @Override
        public void said(List<ConsoleLine> lines) {
            console.add(lines);
        }

        /// A program that another part of the window runs here, a job's, is shown like one's own.
        @Override
        public void started(Program given) {
            if (!time.isOurs()) {
                load(given);
                time.take();
            }
        }

        @Override
        public void ended(RunOutcome result) {
            if (!time.isOurs()) {
                time.ended(result);
            }
        }

        @Override
        public void disconnected(Fault reason) {
            lost.set(reason);
            status.set(status.get().with(MachineState.DISCONNECTED, 0));
        }
    }
}
