package org.commonwright.workbench.machines.host;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.host.HostInfo;
import org.commonwright.machine.host.HostJob;
import org.commonwright.machine.host.HostMachine;
import org.commonwright.machine.host.HostOutcome;
import org.commonwright.machine.host.HostState;
import org.commonwright.machine.host.HostStatus;
import org.commonwright.machine.host.HostWatch;
import org.commonwright.machine.host.HostWords;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.Progress;
import org.commonwright.task.TaskHandle;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// One machine that a host runs, as its page shows it. Lives on the window's thread.
public final class HostViewModel {
    private final HostMachine machine;
    private final Tasks tasks;
    private final Executor window;
    private final Notices notices;
    private final HostWatch watch;
    private final ReadOnlyObjectWrapper<@Nullable HostStatus> status = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Fault> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Program> program = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable HostOutcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);
    private @Nullable TaskHandle run;
    private volatile boolean closed;

    HostViewModel(HostMachine machine, Tasks tasks, Executor window, Notices notices) {
        this.machine = machine;
        this.tasks = tasks;
        this.window = window;
        this.notices = notices;
        this.watch = new HostWatch(machine, this::heard, fault -> hand(() -> trouble.set(fault))).start();
    }

    public String title() {
        return machine.address().toString();
    }

    HostInfo info() {
        return machine.info();
    }

    /// What was heard last; null before the first answer.
    public ReadOnlyObjectProperty<@Nullable HostStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// Why the host does not answer; null while it does.
    public ReadOnlyObjectProperty<@Nullable Fault> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// What would be uploaded; null for nothing.
    public ReadOnlyObjectProperty<@Nullable Program> program() {
        return program.getReadOnlyProperty();
    }

    /// How the last program ended that was started from here; null before, and while one goes on.
    public ReadOnlyObjectProperty<@Nullable HostOutcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// Whether a program that was started from here is under way.
    public ReadOnlyObjectProperty<Boolean> busy() {
        return busy.getReadOnlyProperty();
    }

    /// The state now; offline while the host does not answer.
    public ObservableValue<HostState> state() {
        return Bindings.createObjectBinding(() -> {
            HostStatus now = status.get();
            return now == null || trouble.get() != null ? HostState.OFFLINE : now.state();
        }, status, trouble);
    }

    /// The state in words, with the progress of a program.
    public ObservableValue<Messages.Key> words() {
        return Bindings.createObjectBinding(() -> {
            HostStatus now = status.get();
            if (now == null || trouble.get() != null) {
                return HostWords.of(HostState.OFFLINE);
            }
            HostJob job = now.job();
            return now.state().isBusy() && job.fraction() >= 0
                    ? Messages.Key.of("hosts.state-percent", HostWords.of(now.state()),
                            Math.round(job.fraction() * 100))
                    : HostWords.of(now.state());
        }, status, trouble);
    }

    public void load(Path file) {
        tasks.submit(Messages.Key.of("hosts.reading", String.valueOf(file.getFileName())), _ -> Program.read(file),
                Outcome.of(read -> {
                    program.set(read);
                    outcome.set(null);
                }, notices::fault));
    }

    /// Uploads the program and has it started.
    public void start() {
        Program given = program.get();
        if (given == null || busy.get()) {
            return;
        }
        busy.set(true);
        outcome.set(null);
        run = tasks.submit(Messages.Key.of("hosts.running", given.name(), title()),
                progress -> machine.run(given, this::heard, progress), new TaskListener<HostOutcome>() {
                    @Override
                    public void done(HostOutcome result) {
                        busy.set(false);
                        outcome.set(result);
                    }

                    @Override
                    public void failed(Fault fault) {
                        busy.set(false);
                        notices.fault(fault);
                    }

                    @Override
                    public void cancelled() {
                        busy.set(false);
                    }
                });
    }

    void pause() {
        ask("hosts.pausing", machine::pause);
    }

    void resume() {
        ask("hosts.resuming", machine::resume);
    }

    /// Ends the program, whoever started it.
    public void abort() {
        if (run != null && !run.isDone()) {
            run.cancel();
        } else {
            ask("hosts.aborting", machine::cancel);
        }
    }

    public void emergencyStop() {
        ask("hosts.stopping", machine::emergencyStop);
    }

    private void ask(String key, Consumer<Progress> what) {
        tasks.submit(Messages.Key.of(key, title()), progress -> {
            what.accept(progress);
            return key;
        }, Outcome.of(_ -> {}, notices::fault));
    }

    private void heard(HostStatus now) {
        hand(() -> {
            trouble.set(null);
            status.set(now);
        });
    }

    private void hand(Runnable news) {
        window.execute(() -> {
            if (!closed) {
                news.run();
            }
        });
    }

    /// Lets go; what the machine does goes on.
    void close() {
        closed = true;
        watch.close();
        machine.close();
    }
}
