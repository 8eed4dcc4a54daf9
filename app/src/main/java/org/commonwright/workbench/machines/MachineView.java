package org.commonwright.workbench.machines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.settings.SettingsFile;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.machines.bench.MachinePage;
import org.commonwright.workbench.machines.jog.JogGuard;
import org.commonwright.workbench.machines.keys.KeyMap;
import org.commonwright.workbench.machines.mill.MillPages;
import org.commonwright.workbench.machines.pad.PadRow;
import org.commonwright.workbench.machines.printer.PrinterPages;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.theme.Icons;
import org.commonwright.workbench.toolpath.PathMemory;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The page of one machine.
final class MachineView {
    /// The id of the program's page.
    static final String PROGRAM = "machine-program";

    private final MachineViewModel model;
    private final Controls controls;
    private final JogPad jog;
    private final ProgramView program;
    private final SplitPane split = new SplitPane();
    private final BorderPane page = new BorderPane(split);
    private final TabPane tabs = new TabPane();
    private final Tab setting = new Tab();
    private final List<MachinePage> pages = new ArrayList<>();
    private final Optional<MillPages> mill;
    private final Optional<PrinterPages> printer;
    private final RunPages runs;
    private final JogGuard guard;
    private Optional<PadRow> pad = Optional.empty();

    /// @param mill what it shows besides when it is a mill
    /// @param printer what it shows besides when it is a printer
    /// @param runs what it makes next
    /// @param keys what its keys do
    /// @param guard ends motion by hand
    MachineView(MachineViewModel model, Controls controls, Dialogs dialogs, Tasks quiet, SettingsFile settings,
            Consumer<List<Problem>> problems, Optional<MillPages> mill, Optional<PrinterPages> printer,
            RunPages runs, KeyMap keys, JogGuard guard) {
        this.guard = guard;
        this.runs = runs;
        this.mill = mill;
        this.printer = printer;
        printer.ifPresent(pages -> page.setTop(pages.prompt()));
        this.model = model;
        this.controls = controls;
        this.jog = new JogPad(model, controls, keys, guard);
        page.addEventHandler(KeyEvent.KEY_PRESSED, new PageKeys(model, keys)::pressed);
        this.program = new ProgramView(model, controls, dialogs, quiet, new PathMemory(settings), problems);
        var firmware = new Label(model.firmware());
        firmware.getStyleClass().add("hint");
        var gone = new Label();
        gone.setWrapText(true);
        gone.getStyleClass().add("danger");
        gone.textProperty().bind(Bindings.createStringBinding(() -> sentence(model.lost().get()), model.lost(),
                controls.texts().messages()));
        gone.managedProperty().bind(gone.textProperty().isNotEmpty());
        // State and position stay in sight, also while the jog pad is scrolled to.
        var always = new VBox(8, gone, new PositionView(model, controls).node());
        mill.ifPresent(pages -> always.getChildren().add(pages.alarm()));
        always.getStyleClass().add("position-head");
        var rest = new VBox(16, buttons(), new Separator(Orientation.HORIZONTAL), jog.node());
        // While a program runs nothing is jogged, and what changes its speed takes the place.
        jog.node().managedProperty().bind(model.busy().map(busy -> !busy || mill.isEmpty()));
        jog.node().visibleProperty().bind(jog.node().managedProperty());
        mill.ifPresent(pages -> rest.getChildren().add(pages.overrides()));
        rest.getChildren().add(firmware);
        rest.getStyleClass().add("padded");
        var scroll = new ScrollPane(rest);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        var side = new BorderPane(scroll);
        side.setTop(always);
        side.setMinWidth(320);
        SplitPane.setResizableWithParent(side, false);
        var console = new ConsoleView(model, controls, dialogs, settings).node();
        var centre = new PageOverConsole(tabs(dialogs, quiet, settings), padded(console)).node();
        split.getItems().addAll(side, centre);
        split.setDividerPositions(0.3);
    }

    private Node tabs(Dialogs dialogs, Tasks quiet, SettingsFile settings) {
        ObservableValue<Boolean> off = model.busy().flatMap(busy -> model.lost().map(_ -> true).orElse(busy));
        ObservableValue<Boolean> moves = off.flatMap(no -> model.status()
                .map(now -> no || now.state() != MachineState.IDLE && now.state() != MachineState.ALARM));
        var firmware = new FirmwarePane(model.firmwareSettings(), controls, dialogs, settings, off, moves);
        var program = tab("machines.program", this.program.node());
        program.setId(PROGRAM);
        setting.textProperty().bind(controls.texts().of("machines.settings"));
        setting.setContent(firmware.node());
        setting.selectedProperty().subscribe(firmware::inSight);
        var link = new LinkPane(model.link(quiet), controls);
        var linking = tab("link.title", link.node());
        linking.selectedProperty().subscribe(link::inSight);
        tabs.getTabs().addAll(program, runs.queue());
        mill.ifPresent(pages -> tabs.getTabs().add(pages.setup()));
        printer.ifPresent(pages -> tabs.getTabs().addAll(pages.tabs()));
        tabs.getTabs().addAll(setting, linking, runs.card());
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinHeight(0);
        tabs.getStyleClass().add("machine-tabs");
        tabs.getSelectionModel().selectedItemProperty().subscribe((_, _) -> guard.release());
        return tabs;
    }

    /// Adds a page before those of the settings and the link.
    void add(MachinePage added) {
        Tab tab = tab(added.titleKey(), added.node());
        tab.setId(added.id());
        tab.selectedProperty().subscribe(now -> {
            if (now) {
                added.shown().run();
            }
        });
        pages.add(added);
        tabs.getTabs().add(tabs.getTabs().indexOf(setting), tab);
    }

    /// Adds a gamepad, which counts only while this page is in sight.
    void add(PadRow row) {
        jog.add(row.node());
        row.moves(page, jog::speed, guard);
        pad = Optional.of(row);
    }

    /// Brings the page with this id to the front.
    void open(String id) {
        tabs.getTabs().stream().filter(tab -> id.equals(tab.getId())).findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    /// Opens a file on the page with this id, and brings that to the front.
    void open(String id, Path file) {
        pages.stream().filter(known -> known.id().equals(id)).forEach(known -> {
            known.open().accept(file);
            open(id);
        });
    }

    private Tab tab(String key, Node content) {
        var tab = new Tab();
        tab.textProperty().bind(controls.texts().of(key));
        tab.setContent(content);
        return tab;
    }

    Node node() {
        return page;
    }

    ProgramView program() {
        return program;
    }

    /// The page is gone for good.
    void close() {
        jog.close();
        pad.ifPresent(PadRow::close);
        printer.ifPresent(PrinterPages::close);
    }

    private Node buttons() {
        ObservableValue<Boolean> gone = model.lost().map(_ -> true).orElse(false);
        ObservableValue<MachineState> state = model.status().map(status -> status.state());
        var row = new FlowPane(8, 8,
                button(MaterialDesignP.PAUSE, "machines.hold", model::hold,
                        state.map(s -> s != MachineState.RUN && s != MachineState.JOG && s != MachineState.HOMING)),
                button(MaterialDesignP.PLAY, "machines.resume", model::resume,
                        state.map(s -> s != MachineState.HOLD && s != MachineState.DOOR)),
                button(MaterialDesignS.STOP, "machines.abort", model::abort,
                        model.busy().flatMap(busy -> state.map(s -> !busy && s.isAtRest()))),
                button(MaterialDesignH.HOME_OUTLINE, "machines.home", model::home, model.busy()),
                button(MaterialDesignL.LOCK_OPEN_OUTLINE, "machines.unlock", model::unlock,
                        state.map(s -> s != MachineState.ALARM)));
        row.disableProperty().bind(gone);
        return row;
    }

    private Button button(Ikon icon, String key, Runnable handler, ObservableValue<Boolean> disabled) {
        Button button = controls.button(key, handler);
        button.setGraphic(Icons.of(icon));
        button.disableProperty().bind(disabled);
        // A button that goes grey under the finger hands the focus on, and the next in line may be the jog pad: an arrow key
        // would then move the machine.
        button.disabledProperty().subscribe(off -> {
            if (off && button.isFocused()) {
                split.requestFocus();
            }
        });
        return button;
    }

    private String sentence(@Nullable Fault fault) {
        return fault == null ? "" : controls.texts().messages().get().get(fault);
    }

    private static Node padded(Node node) {
        var box = new HBox(node);
        HBox.setHgrow(node, Priority.ALWAYS);
        box.getStyleClass().add("padded");
        return box;
    }
}
