package org.commonwright.workbench.machines;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import org.commonwright.files.Inside;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Port;
import org.commonwright.machine.card.MachineCards;
import org.commonwright.machine.card.MachineId;
import org.commonwright.machine.history.History;
import org.commonwright.machine.history.RecordedRun;
import org.commonwright.machine.heightmap.HeightMapFile;
import org.commonwright.machine.host.HostBook;
import org.commonwright.machine.host.HostState;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.machine.journal.Journals;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.model.RepoPath;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.Area;
import org.commonwright.workbench.area.FileSelection;
import org.commonwright.workbench.area.Leaving;
import org.commonwright.workbench.area.MachineStatus;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.area.ProgramSelection;
import org.commonwright.workbench.area.Selection;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.machines.bench.PageKind;
import org.commonwright.workbench.machines.board.Boards;
import org.commonwright.workbench.machines.heightmap.HeightMapPages;
import org.commonwright.workbench.machines.host.HostViewModel;
import org.commonwright.workbench.machines.host.HostsViewModel;
import org.commonwright.workbench.machines.keys.KeyMap;
import org.commonwright.workbench.machines.macros.MacroPages;
import org.commonwright.workbench.machines.mill.MillActions;
import org.commonwright.workbench.machines.mill.MillTarget;
import org.commonwright.workbench.machines.pad.PadButtons;
import org.commonwright.workbench.tasks.Outcome;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The area Machines. Its actions and the emergency stop are there before it was ever shown.
public final class MachinesArea implements Area {
    private final WorkbenchContext context;
    private final MachinesViewModel model;
    private final Boards boards;
    private final HostsViewModel hosts;
    private final PortNames ports;
    private final Action stopAll;
    private @Nullable MachinesView view;

    public MachinesArea(WorkbenchContext context) {
        this.context = context;
        var journals = Journals.folder(context.folders());
        var runs = new RecordedRun(History.of(context.folders()), context.clock());
        var cards = MachineCards.of(context.folders());
        this.ports = new PortNames(SerialPorts::list);
        this.model = new MachinesViewModel(context.ports(), context.tasks(), context.window(), context.notices(),
                (session, program, begun, watch) -> {
                    MachineId machine = MachineId.of(Port.parse(session.name()), SerialPorts.list());
                    return runs.run(session, new RecordedRun.Piece(program, "", machine, cards.read(machine)),
                            begun::accept, watch).outcome();
                },
                new RunHistory(journals, context.clock()),
                () -> Stream.concat(ports.get().stream(),
                        HostBook.of(context.folders()).all().keySet().stream()).toList());
        new Reconnecting(SerialPorts::list, model, context.tasks().quiet(), context.notices());
        this.hosts = new HostsViewModel(HostBook.of(context.folders()), context.tasks(), context.window(),
                context.notices());
        this.stopAll = Action.of("stop-all", Group.MACHINES, "machines.stop-all", MaterialDesignA.ALERT_OCTAGON,
                this::stopAll).withShortcut("Shift+Esc").first().onlyWhen(
                        Bindings.isNotEmpty(model.connected()).or(Bindings.isNotEmpty(hosts.connected())),
                        "machines.empty");
        model.whenFirstRead(this::tellOfUnfinished);
        this.boards = new Boards(context);
        model.whenNoFirmware(boards::noFirmware);
        context.actions().add(
                Action.of("practise-grbl", Group.MACHINES, "machines.practise-grbl", MaterialDesignS.SCHOOL_OUTLINE,
                        () -> practise("virtual:grbl")),
                Action.of("practise-marlin", Group.MACHINES, "machines.practise-marlin",
                        MaterialDesignS.SCHOOL_OUTLINE, () -> practise("virtual:marlin")),
                Action.of("macros", Group.MACHINES, "macros.show", MaterialDesignS.SCRIPT_TEXT_OUTLINE,
                        () -> open(MacroPages.ID))
                        .onlyWhen(Bindings.isNotEmpty(model.connected()), "machines.empty"),
                Action.of("machine-keys", Group.MACHINES, "keys.show", MaterialDesignK.KEYBOARD_OUTLINE,
                        () -> open(KeyPages.ID))
                        .onlyWhen(Bindings.isNotEmpty(model.connected()), "machines.empty"),
                Action.of("height-map", Group.MACHINES, "heightmap.show", MaterialDesignT.TARGET,
                        () -> open(HeightMapPages.ID))
                        .onlyWhen(Bindings.isNotEmpty(model.connected()), "machines.empty"),
                Action.of("practise-faults", Group.MACHINES, "practice.open", MaterialDesignS.SCHOOL_OUTLINE,
                        this::practiseFaults),
                Action.of("machine-history", Group.MACHINES, "history.open", MaterialDesignH.HISTORY, this::history),
                stopAll);
        PrinterActions.of(model, context.notices(), this::open).forEach(context.actions()::add);
        ObservableValue<@Nullable MillTarget> mill = model.inSight()
                .map(machine -> machine.speaks("grbl") ? Mills.of(machine) : null);
        new MillActions(mill, context.dialogs(), context.notices(), context.tasks()).all()
                .forEach(action -> context.actions().add(action));
        model.connected().addListener((ListChangeListener<MachineViewModel>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(gone -> context.machines().slots()
                        .removeIf(slot -> slot.name().equals(gone.title())));
                change.getAddedSubList().forEach(added -> context.machines().slots().add(slot(added)));
            }
            showStop();
        });
        hosts.connected().addListener((ListChangeListener<HostViewModel>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(gone -> context.machines().slots()
                        .removeIf(slot -> slot.name().equals(gone.title())));
                change.getAddedSubList().forEach(added -> context.machines().slots().add(slot(added)));
            }
            showStop();
        });
    }

    private void stopAll() {
        model.stopAll();
        hosts.stopAll();
    }

    private void showStop() {
        context.machines().emergencyStop()
                .set(model.connected().isEmpty() && hosts.connected().isEmpty() ? null : stopAll);
    }

    @Override
    public String id() {
        return "machines";
    }

    @Override
    public String titleKey() {
        return "machines.title";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignP.PRINTER_3D_NOZZLE_OUTLINE;
    }

    @Override
    public Node view() {
        var controls = new Controls(context.texts());
        var keys = new KeyMap(context.settings());
        var pad = new PadButtons(context.folders(), context.tasks().quietlyOneByOne(), context.notices());
        // The pages that a machine may have, in their order; a new one is added here.
        List<PageKind> kinds = List.of(new HeightMapPages(context, controls), new MacroPages(context, controls),
                new KeyPages(keys, pad, controls));
        view = new MachinesView(model, boards, hosts, ports, keys, pad, kinds, context);
        return view.node();
    }

    @Override
    public void attach() {}

    @Override
    public void detach() {
        if (view != null) {
            view.leave();
        }
    }

    /// A program of the open design: it is loaded, and runs only when a person says so.
    @Override
    public void select(Selection selection) {
        if (selection instanceof ProgramSelection(String program, int line) && view != null) {
            view.goToLine(program, line);
            return;
        }
        OpenDesign design = context.current().design().get();
        if (design != null && selection instanceof FileSelection(RepoPath file, int _)) {
            context.tasks().quiet().submit(Messages.Key.of("workbench.reading", file.fileName()),
                    _ -> Inside.resolve(design.folder(), file.text()),
                    Outcome.of(this::open, context.notices()::fault));
        }
    }

    @Override
    public List<Messages.Key> unfinished(Leaving leaving) {
        return leaving == Leaving.PROGRAM
                ? Stream.concat(
                        model.connected().stream().filter(machine -> machine.busy().get())
                                .map(machine -> Messages.Key.of("machines.still-running", machine.title())),
                        hosts.connected().stream().filter(host -> host.busy().get())
                                .map(host -> Messages.Key.of("hosts.goes-on", host.title())))
                        .toList()
                : List.of();
    }

    @Override
    public void close() {
        hosts.close();
        model.close();
        boards.model().close();
    }

    /// At the start, wherever the window opens: what was cut off, and what was certainly executed.
    private void tellOfUnfinished(JournalReport report) {
        Messages.Key words = UnfinishedWords.notice(report);
        context.notices().warn(
                Action.of("to-unfinished-run", Group.MACHINES, "machines.to-unfinished",
                        MaterialDesignP.PRINTER_3D_NOZZLE_OUTLINE, () -> toUnfinished(report)),
                words.key(), words.arguments().toArray());
    }

    private void toUnfinished(JournalReport report) {
        context.navigator().goTo("machines");
        if (view != null && report.head().job().isEmpty()) {
            view.resume(report);
        }
    }

    /// A height map is for the page of that name, anything else is a program; where only a host is connected, it gets that.
    private void open(Path file) {
        if (view != null && String.valueOf(file.getFileName()).endsWith(HeightMapFile.ENDING)) {
            view.open(HeightMapPages.ID, file);
        } else if (model.connected().isEmpty() && !hosts.connected().isEmpty()) {
            hosts.connected().getLast().load(file);
        } else {
            model.open(file);
        }
    }

    /// Shows a page of the machine in front.
    private void open(String page) {
        context.navigator().goTo("machines");
        if (view != null) {
            view.open(page);
        }
    }

    private void practiseFaults() {
        context.navigator().goTo("machines");
        if (view != null) {
            view.practise();
        }
    }

    private void history() {
        context.navigator().goTo("machines");
        if (view != null) {
            view.history();
        }
    }

    private void practise(String port) {
        context.navigator().goTo("machines");
        model.connect(port);
    }

    private MachineStatus.Slot slot(MachineViewModel machine) {
        ObservableValue<Messages.Key> words = machine.words();
        return new MachineStatus.Slot(machine.title(), machine.status().map(status -> light(status.state())), words,
                () -> {
                    context.navigator().goTo("machines");
                    if (view != null) {
                        view.select(machine);
                    }
                });
    }

    private MachineStatus.Slot slot(HostViewModel host) {
        return new MachineStatus.Slot(host.title(), host.state().map(MachinesArea::light), host.words(), () -> {
            context.navigator().goTo("machines");
            if (view != null) {
                view.select(host);
            }
        });
    }

    private static MachineStatus.Light light(HostState state) {
        return switch (state) {
            case READY -> MachineStatus.Light.IDLE;
            case PRINTING -> MachineStatus.Light.RUNNING;
            case PAUSED, STOPPING -> MachineStatus.Light.ATTENTION;
            case ERROR -> MachineStatus.Light.ALARM;
            case OFFLINE -> MachineStatus.Light.OFFLINE;
        };
    }

    private static MachineStatus.Light light(MachineState state) {
        return switch (state) {
            case IDLE, CHECK, SLEEP -> MachineStatus.Light.IDLE;
            case RUN, JOG, HOMING -> MachineStatus.Light.RUNNING;
            case CONNECTING, HOLD, DOOR -> MachineStatus.Light.ATTENTION;
            case ALARM, HALTED -> MachineStatus.Light.ALARM;
            case DISCONNECTED -> MachineStatus.Light.OFFLINE;
        };
    }
}
