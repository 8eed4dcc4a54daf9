package org.commonwright.workbench.machines;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.commonwright.machine.host.HostAddress.Software;
import org.commonwright.machine.host.HostAddress;
import org.commonwright.workbench.action.ActionControls;
import org.commonwright.machine.history.History;
import org.commonwright.machine.history.RunRecord;
import org.commonwright.machine.journal.JournalReport;
import org.commonwright.workbench.area.EmptyState;
import org.commonwright.workbench.area.Sheets;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.machines.bench.PageKind;
import org.commonwright.workbench.machines.board.Boards;
import org.commonwright.workbench.machines.board.BoardsViewModel;
import org.commonwright.workbench.machines.jog.JogGuard;
import org.commonwright.workbench.machines.keys.KeyMap;
import org.commonwright.workbench.machines.mill.MillPages;
import org.commonwright.workbench.machines.pad.PadButtons;
import org.commonwright.workbench.machines.pad.PadHub;
import org.commonwright.workbench.machines.pad.PadRow;
import org.commonwright.workbench.machines.pad.PadViewModel;
import org.commonwright.workbench.machines.printer.PrinterPages;
import org.commonwright.workbench.machines.host.HostKeyBar;
import org.commonwright.workbench.machines.host.HostView;
import org.commonwright.workbench.machines.host.HostViewModel;
import org.commonwright.workbench.machines.host.HostsViewModel;
import org.commonwright.workbench.machines.practice.PracticePane;
import org.commonwright.workbench.machines.practice.PracticeViewModel;
import org.commonwright.workbench.machines.runs.HistoryPane;
import org.commonwright.workbench.machines.runs.HistoryViewModel;
import org.commonwright.workbench.machines.runs.RunPage;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The machines: a bar to connect one, and a tab for each.
final class MachinesView {
    /// Part of the page's height; the machines keep the rest.
    private static final double UNFINISHED_AT_MOST = 0.6;
    /// The same while a machine is connected.
    private static final double UNFINISHED_BESIDE = 0.22;
    /// What a program takes on a practice host in real time.
    private static final double PRACTICE_SECONDS = 120;

    private final MachinesViewModel model;
    private final BoardsViewModel boards;
    private final HostsViewModel hosts;
    private final WorkbenchContext context;
    private final Controls controls;
    private final KeyMap keys;
    private final PadHub hub;
    private final PadButtons padButtons;
    private final TabPane tabs = new TabPane();
    private final Map<MachineViewModel, MachineView> pages = new HashMap<>();
    private final List<PageKind> kinds;
    private final BorderPane pane = new BorderPane();
    private final Node empty;
    private final UnfinishedRuns unfinished;
    private final Sheets sheets;
    private final ResumeDecisions decisions;
    private final JogGuard guard;

    /// @param keys what a machine's keys do
    /// @param kinds the pages that a machine may have, in their order
    MachinesView(MachinesViewModel model, Boards boards, HostsViewModel hosts, PortNames ports, KeyMap keys,
            PadButtons padButtons, List<PageKind> kinds, WorkbenchContext context) {
        this.model = model;
        this.boards = boards.model();
        this.hosts = hosts;
        this.context = context;
        this.controls = new Controls(context.texts());
        this.keys = keys;
        this.kinds = kinds;
        sheets = new Sheets(controls, pane);
        guard = new JogGuard(pane, Bindings.or(context.dialogs().open(), sheets.shown()));
        this.hub = new PadHub(context.tasks().quiet(), context.window(), context.folders());
        this.padButtons = padButtons;
        var actions = new ActionControls(controls);
        var practise = new FlowPane(8, 8, actions.button(context.actions().get("practise-grbl")),
                actions.button(context.actions().get("practise-marlin")),
                actions.button(context.actions().get("practise-arduino")),
                actions.button(context.actions().get("practise-faults")));
        practise.setAlignment(Pos.CENTER);
        var waiting = controls.label(controls.texts().messages().flatMap(m -> model.waiting()
                .map(file -> m.get("machines.waiting", file.getFileName()))), "strong");
        waiting.setWrapText(true);
        waiting.managedProperty().bind(waiting.textProperty().isNotEmpty());
        empty = EmptyState.of(controls, MaterialDesignP.PRINTER_3D_NOZZLE_OUTLINE, "machines.empty",
                "machines.empty-hint", waiting, practise);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.getSelectionModel().selectedItemProperty().subscribe((_, now) -> {
            guard.release();
            model.show(now != null && now.getUserData() instanceof MachineViewModel machine ? machine : null);
        });
        decisions = new ResumeDecisions(model, context.dialogs(), sheets::close);
        unfinished = new UnfinishedRuns(model, controls, decisions, context.navigator(), this::resume);
        var cutOff = new ScrollPane(unfinished.node());
        cutOff.setFitToWidth(true);
        cutOff.setMinHeight(0);
        cutOff.getStyleClass().add("edge-to-edge");
        cutOff.maxHeightProperty().bind(pane.heightProperty().multiply(Bindings.when(pane.centerProperty()
                .isEqualTo(empty)).then(UNFINISHED_AT_MOST).otherwise(UNFINISHED_BESIDE)));
        cutOff.visibleProperty().bind(unfinished.node().visibleProperty());
        cutOff.managedProperty().bind(cutOff.visibleProperty());
        pane.setTop(new VBox(bar(ports), new HostKeyBar(hosts, controls).node(), cutOff));
        model.connected().addListener(this::changed);
        model.connected().forEach(this::add);
        boards.show(tabs);
        boards.model().connected().subscribe(this::show);
        hosts.connected().addListener(this::hostsChanged);
        hosts.connected().forEach(this::add);
        show();
    }

    Node node() {
        return sheets.node();
    }

    /// Shows how a run that was cut off can go on.
    void resume(JournalReport report) {
        var page = new ResumePage(model.resuming(report), controls, context.tasks().quiet(), decisions);
        sheets.show("resume", controls.texts().of("resume.title", report.head().program(), report.head().port()),
                page.node(), () -> {});
    }

    /// Shows the page on which a machine to practise on is put together.
    void practise() {
        var practice = new PracticeViewModel();
        var page = new PracticePane(practice, controls, () -> {
            sheets.close();
            switch (practice.kind().get()) {
                case OCTOPRINT -> hosts.practise(Software.OCTOPRINT, seconds(practice));
                case MOONRAKER -> hosts.practise(Software.MOONRAKER, seconds(practice));
                case GRBL, MARLIN -> model.connect(practice.port().getValue());
            }
        });
        sheets.show("practise", controls.texts().of("practice.title"), page.node(), () -> {});
    }

    private static double seconds(PracticeViewModel practice) {
        double speed = practice.pace().get().speed();
        return speed == 0 ? 0 : PRACTICE_SECONDS / speed;
    }

    /// Shows the runs of all machines.
    void history() {
        var history = new HistoryViewModel(History.of(context.folders()), context.tasks(), context.notices());
        sheets.show("history", controls.texts().of("history.title"),
                new HistoryPane(history, controls, context.dialogs(), context.settings(),
                        run -> look(history, run)).node(),
                () -> {});
    }

    private void look(HistoryViewModel history, RunRecord run) {
        sheets.show("run", controls.texts().of("history.run-title", run.program(), run.machine()),
                new RunPage(history, run, controls).node(), this::history);
    }

    /// Brings a machine's tab to the front.
    ///
    /// @param machine a [MachineViewModel] or a [HostViewModel]
    void select(Object machine) {
        tabs.getTabs().stream().filter(tab -> tab.getUserData() == machine).findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    /// The area goes out of sight.
    void leave() {
        guard.release();
    }

    private Node bar(PortNames names) {
        var ports = new ComboBox<>(model.ports());
        ports.setEditable(true);
        ports.setCellFactory(_ -> names.cell(controls));
        ports.getStyleClass().add("port");
        ports.promptTextProperty().bind(controls.texts().of("machines.port"));
        controls.name(ports, controls.texts().of("machines.port"));
        Button connect = controls.button("machines.connect", () -> connect(ports.getEditor().getText()));
        connect.disableProperty().bind(Bindings.createBooleanBinding(
                () -> model.connecting().get() != null || ports.getEditor().getText().isBlank(), model.connecting(),
                ports.getEditor().textProperty()));
        ports.getEditor().setOnAction(_ -> connect.fire());
        Button board = controls.button("boards.connect", () -> boards.connect(ports.getEditor().getText()));
        board.disableProperty().bind(connect.disableProperty());
        var actions = new ActionControls(controls);
        var row = new HBox(8, controls.heading("machines.title"), Controls.spring(),
                actions.button(context.actions().get("machine-history")),
                actions.iconButton(context.actions().get("practise-faults")), ports,
                controls.iconButton(MaterialDesignR.REFRESH, "machines.refresh-ports", model::refreshPorts),
                controls.explained(connect, controls.texts().of("machines.connect-needs-port")),
                controls.explained(board, controls.texts().of("machines.connect-needs-port")));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("pane-head");
        return row;
    }

    private void connect(String port) {
        if (HostAddress.isMeant(port.strip())) {
            hosts.connect(port);
        } else if (BoardsViewModel.isPractice(port)) {
            boards.connect(port);
        } else {
            model.connect(port);
        }
    }

    private void hostsChanged(ListChangeListener.Change<? extends HostViewModel> change) {
        while (change.next()) {
            change.getRemoved().forEach(gone -> tabs.getTabs().removeIf(tab -> tab.getUserData() == gone));
            change.getAddedSubList().forEach(this::add);
        }
        show();
    }

    private void add(HostViewModel host) {
        var tab = new Tab(host.title(), new HostView(host, controls, context.dialogs()).node());
        tab.setUserData(host);
        tab.setOnCloseRequest(request -> {
            request.consume();
            hosts.disconnect(host);
        });
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
    }

    private void changed(ListChangeListener.Change<? extends MachineViewModel> change) {
        while (change.next()) {
            List.copyOf(change.getRemoved()).forEach(this::remove);
            change.getAddedSubList().forEach(this::add);
        }
        show();
    }

    /// Shows a line of the program that a machine has loaded.
    void goToLine(String program, int line) {
        pages.forEach((machine, page) -> {
            if (page.program().shown().equals(program)) {
                select(machine);
                page.open(MachineView.PROGRAM);
                page.program().goToLine(line);
            }
        });
    }

    private void show() {
        boolean none = model.connected().isEmpty() && boards.connected().isEmpty() && hosts.connected().isEmpty();
        pane.setCenter(none ? empty : tabs);
    }

    private void add(MachineViewModel machine) {
        ObservableValue<Boolean> off = machine.busy().flatMap(busy -> machine.lost().map(_ -> true).orElse(busy));
        Optional<MillPages> mill = MillPages.isFor(machine.session())
                ? Optional.of(new MillPages(Mills.of(machine), context, controls, off))
                : Optional.empty();
        Optional<PrinterPages> printer = PrinterPages.isFor(machine.session())
                ? Optional.of(new PrinterPages(machine.session(), context, controls, off))
                : Optional.empty();
        var page = new MachineView(machine, controls, context.dialogs(), context.tasks().quiet(),
                context.settings(), problems -> context.problems().set("machines", problems), mill, printer,
                new RunPages(machine, context, controls, off), keys, guard);
        pages.put(machine, page);
        kinds.forEach(kind -> kind.page(machine.session(), machine.bench(), off).ifPresent(page::add));
        page.add(new PadRow(new PadViewModel(hub, padButtons, Pads.of(machine), context.window(), context.dialogs(),
                context.notices()), controls));
        var tab = new Tab(machine.title(), page.node());
        tab.setUserData(machine);
        tab.setOnCloseRequest(request -> {
            request.consume();
            model.disconnect(machine);
        });
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
    }

    /// Brings a page of the machine in front to the front.
    void open(String id) {
        inFront().ifPresent(page -> page.open(id));
    }

    /// Opens a file on a page of the machine in front.
    void open(String id, Path file) {
        inFront().ifPresent(page -> page.open(id, file));
    }

    private Optional<MachineView> inFront() {
        Tab front = tabs.getSelectionModel().getSelectedItem();
        return front != null && front.getUserData() instanceof MachineViewModel machine
                ? Optional.ofNullable(pages.get(machine))
                : Optional.empty();
    }

    private void remove(MachineViewModel machine) {
        MachineView page = pages.remove(machine);
        if (page != null) {
            page.close();
        }
        tabs.getTabs().removeIf(tab -> tab.getUserData() == machine);
    }
}
