package org.commonwright.workbench.machines;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.Session;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.journal.ResumePlan;
import org.commonwright.machine.protocol.Program;
import org.commonwright.task.TaskListener;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The machines that are connected, and the ports that could be.
public final class MachinesViewModel {
    private static final String HOLDER = "Commonwright";
    private static final int LONG_PATIENCE_SECONDS = 600;
    /// In real time, and twenty times as fast for those who want to see the end.
    private static final List<String> VIRTUAL = List.of("virtual:grbl", "virtual:marlin", "virtual:arduino",
            "virtual:grbl?speed=20", "virtual:marlin?speed=20");

    private final Machines machines;
    private final Tasks tasks;
    private final Executor window;
    private final Notices notices;
    private final JobRunning running;
    private final RunHistory history;
    private final ObservableList<JournalReport> unfinished = FXCollections.observableArrayList();
    private final Supplier<List<String>> serialPorts;
    private final ReadOnlyObjectWrapper<@Nullable Path> waiting = new ReadOnlyObjectWrapper<>();
    private Consumer<JournalReport> onFirstRead = _ -> {};
    private BiConsumer<String, Action> onNoFirmware = (_, _) -> {};
    private boolean firstRead;
    private final ObservableList<MachineViewModel> connected = FXCollections.observableArrayList();
    private final ObservableList<String> ports = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable MachineViewModel> inSight = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> connecting = new ReadOnlyObjectWrapper<>();

    /// @param serialPorts lists the serial ports of this computer
    public MachinesViewModel(Machines machines, Tasks tasks, Executor window, Notices notices, JobRunning running,
            RunHistory history, Supplier<List<String>> serialPorts) {
        this.machines = machines;
        this.tasks = tasks;
        this.window = window;
        this.notices = notices;
        this.running = running;
        this.history = history;
        this.serialPorts = serialPorts;
        machines.watch(new Lent());
        refreshPorts();
        refreshUnfinished();
    }

    /// The machine whose page is in sight; null when none is. Actions of menu and keyboard are for this one.
    ReadOnlyObjectProperty<@Nullable MachineViewModel> inSight() {
        return inSight.getReadOnlyProperty();
    }

    void show(@Nullable MachineViewModel machine) {
        inSight.set(machine);
    }

    public ObservableList<MachineViewModel> connected() {
        return connected;
    }

    /// Serial ports that are there now, then the practice machines.
    public ObservableList<String> ports() {
        return ports;
    }

    /// The port that is being opened; null when none is.
    public ReadOnlyObjectProperty<@Nullable String> connecting() {
        return connecting.getReadOnlyProperty();
    }

    public void refreshPorts() {
        tasks.submit(Messages.Key.of("machines.listing"), _ -> serialPorts.get(), new TaskListener<List<String>>() {
            @Override
            public void done(List<String> found) {
                ports.setAll(found);
                ports.addAll(VIRTUAL);
            }

            @Override
            public void failed(Fault fault) {
                ports.setAll(VIRTUAL);
                notices.fault(fault);
            }
        });
    }

    /// Runs that were cut off and that nobody has settled.
    public ObservableList<JournalReport> unfinished() {
        return unfinished;
    }

    /// Hears of the runs that were cut off before the program was started, once, as soon as they are read.
    void whenFirstRead(Consumer<JournalReport> each) {
        if (firstRead) {
            unfinished.forEach(each);
        } else {
            onFirstRead = each;
        }
    }

    public void refreshUnfinished() {
        tasks.submit(Messages.Key.of("machines.reading-journals"), _ -> history.unfinished(),
                new TaskListener<Journals.Listing>() {
                    @Override
                    public void done(Journals.Listing journals) {
                        List<JournalReport> reports = journals.reports();
                        unfinished.setAll(reports);
                        journals.problems().forEach(p -> notices.warn(p.code(), p.arguments().toArray()));
                        if (!firstRead) {
                            firstRead = true;
                            reports.forEach(onFirstRead);
                        }
                    }

                    @Override
                    public void failed(Fault fault) {
                        notices.fault(fault);
                    }
                });
    }

    /// How a run that was cut off can go on; nothing is sent.
    ResumeViewModel resuming(JournalReport report) {
        return new ResumeViewModel(report, history, tasks, notices, () -> connected.stream()
                .filter(machine -> machine.name().equals(report.head().port())).map(MachineViewModel::session)
                .findFirst());
    }

    /// Writes what a resume would send as a program of its own.
    void keep(JournalReport report, ResumePlan plan, Path file) {
        tasks.submit(Messages.Key.of("machines.reading-rest", report.head().program()), _ -> {
            AtomicFiles.replace(file, history.rest(report, plan).bytes());
            return String.valueOf(file.getFileName());
        }, Outcome.<String>of(name -> notices.say("resume.says-written", name), notices::fault));
    }

    /// Goes on with a run that was cut off, on the port that it ran on, which is opened when it is not. The run is settled as
    /// resumed before the first byte of the rest leaves, and stays unsettled when that cannot be written down.
    void resume(JournalReport report, ResumePlan plan) {
        tasks.submit(Messages.Key.of("machines.reading-rest", report.head().program()),
                _ -> history.rest(report, plan), Outcome.<Program>of(rest -> goOn(report, rest), notices::fault));
    }

    private void goOn(JournalReport report, Program rest) {
        Consumer<MachineViewModel> go = machine -> {
            if (machine.speaks(report.head().dialect())) {
                machine.start(rest, _ -> {
                    history.settle(report, "resumed");
                    window.execute(this::refreshUnfinished);
                }, () -> {});
            } else {
                notices.fault(new Fault("machines.resume-other", machine.name(), report.head().machine()));
            }
        };
        connected.stream().filter(machine -> machine.name().equals(report.head().port())).findFirst()
                .ifPresentOrElse(go, () -> connect(report.head().port(), machines.patience(), go));
    }

    /// A person looked at the part and says that it is scrap, or that it is settled otherwise.
    void settle(JournalReport report, String how) {
        tasks.submit(Messages.Key.of("machines.settling", report.head().program()), _ -> {
            history.settle(report, how);
            return how;
        }, Outcome.<String>of(_ -> refreshUnfinished(), fault -> {
            notices.fault(fault);
            refreshUnfinished();
        }).whenCancelled(this::refreshUnfinished));
    }

    /// Hears of serial ports where neither firmware answered, once for each time that one is to be connected, with what goes on
    /// waiting for one.
    void whenNoFirmware(BiConsumer<String, Action> told) {
        onNoFirmware = told;
    }

    /// Opens a port in the background.
    ///
    /// @param text a device path, `tcp://host:port`, `virtual:grbl` or `virtual:marlin`
    public void connect(String text) {
        connect(text, machines.patience(), this::loadWaiting);
    }

    /// As [#connect(String)], and waits for a machine that says nothing yet until it does, or until a person has enough of it.
    void await(String text) {
        connect(text, LONG_PATIENCE_SECONDS, this::loadWaiting);
    }

    private void loadWaiting(MachineViewModel machine) {
        Path file = waiting.get();
        if (file != null) {
            waiting.set(null);
            machine.load(file);
        }
    }

    private void connect(String text, int patience, Consumer<MachineViewModel> then) {
        Port port;
        try {
            port = Port.parse(text.strip());
        } catch (Fault fault) {
            notices.fault(fault);
            return;
        }
        connecting.set(port.toString());
        tasks.submit(Messages.Key.of("machines.connecting", port),
                watch -> machines.connect(port, HOLDER, patience, watch),
                new TaskListener<Session>() {
                    @Override
                    public void done(Session session) {
                        connecting.set(null);
                        var machine = new MachineViewModel(session, session.name(), tasks, window, notices, running);
                        machine.outcome().subscribe((_, _) -> refreshUnfinished());
                        connected.add(machine);
                        then.accept(machine);
                    }

                    @Override
                    public void failed(Fault fault) {
                        connecting.set(null);
                        if (port instanceof Port.Serial && fault.code().startsWith("machine.no-answer")) {
                            onNoFirmware.accept(port.toString(), waiting(port));
                        } else if (fault.code().equals("machine.no-answer")) {
                            notices.warn(waiting(port), fault.code(), fault.arguments().toArray());
                        } else {
                            notices.fault(fault);
                        }
                    }

                    @Override
                    public void cancelled() {
                        connecting.set(null);
                    }
                });
    }

    private Action waiting(Port port) {
        return Action.of("wait-for-machine", Group.MACHINES, "machines.keep-waiting", MaterialDesignT.TIMER_SAND,
                () -> await(port.toString()));
    }

    /// The program that the next machine gets; null for none.
    ReadOnlyObjectProperty<@Nullable Path> waiting() {
        return waiting.getReadOnlyProperty();
    }

    /// Loads a program into the machine that was connected last, or into the next one that is connected.
    void open(Path file) {
        if (connected.isEmpty()) {
            waiting.set(file);
        } else {
            connected.getLast().load(file);
        }
    }

    /// Lets go of a machine.
    public void disconnect(MachineViewModel machine) {
        disconnect(machine, () -> notices.say("machines.disconnected", machine.name()));
    }

    /// Lets go of what is left of a machine, then opens the port where it is now: nobody holds it twice.
    void reconnect(MachineViewModel machine, String port) {
        disconnect(machine, () -> connect(port));
    }

    private void disconnect(MachineViewModel machine, Runnable then) {
        connected.remove(machine);
        tasks.submit(Messages.Key.of("machines.disconnecting", machine.name()), _ -> {
            machine.close();
            return machine.name();
        }, Outcome.<String>of(_ -> then.run(), notices::fault));
    }

    /// Stops all of them at once. Never asks.
    public void stopAll() {
        connected.forEach(MachineViewModel::emergencyStop);
    }

    void close() {
        // Each that closes takes itself out of the list.
        List.copyOf(connected).forEach(MachineViewModel::close);
    }

    /// Machines that another part of the window has opened, for a job: they are shown and stopped here like all others.
    private final class Lent implements Machines.Watcher {
        @Override
        public void opened(Session session, String holder) {
            if (!holder.equals(HOLDER)) {
                window.execute(
                        () -> connected.add(new MachineViewModel(session, holder, tasks, window, notices, running)));
            }
        }

        @Override
        public void closed(Session session) {
            window.execute(() -> {
                connected.stream().filter(machine -> machine.isOf(session)).forEach(MachineViewModel::forget);
                connected.removeIf(machine -> machine.isOf(session));
            });
        }
    }
}
