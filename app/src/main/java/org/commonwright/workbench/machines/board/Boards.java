package org.commonwright.workbench.machines.board;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TabPane;
import org.commonwright.machine.arduino.ToolFinder;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.MachineStatus;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.text.Controls;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Arduino boards in the area of machines: what is connected, its action, its places in the status bar.
public final class Boards {
    private final WorkbenchContext context;
    private final BoardsViewModel model;
    private final Map<BoardViewModel, MachineStatus.Slot> slots = new HashMap<>();
    private Consumer<BoardViewModel> select = _ -> {};

    public Boards(WorkbenchContext context) {
        this.context = context;
        var tools = new ToolFinder(System.getenv(), Path.of(System.getProperty("user.home")),
                System.getProperty("os.name"));
        this.model = new BoardsViewModel(new BoardServices(context.ports(), context.tasks(), context.tasks().quiet(),
                context.window(), context.notices(), context.clock(), new BoardMemory(context.settings()), tools));
        context.actions().add(Action.of("practise-arduino", Group.MACHINES, "boards.practise",
                MaterialDesignS.SCHOOL_OUTLINE, () -> {
                    context.navigator().goTo("machines");
                    model.connect("virtual:arduino");
                }));
        model.connected().addListener((ListChangeListener<BoardViewModel>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(gone -> context.machines().slots().remove(slots.remove(gone)));
                change.getAddedSubList().forEach(this::slot);
            }
        });
    }

    public BoardsViewModel model() {
        return model;
    }

    /// A port where no firmware of a machine answered is a board's.
    ///
    /// @param wait goes on waiting for a machine there
    public void noFirmware(String port, Action wait) {
        Action instead = Action.of(wait.id(), wait.group(), wait.title(), wait.icon(),
                () -> model.letGo(port, wait::fire));
        context.notices().warn(instead, "boards.no-firmware", port);
        model.connect(port);
    }

    /// Shows a tab for each board among those of the machines.
    public void show(TabPane tabs) {
        select = new BoardTabs(model, tabs, new Controls(context.texts()), context.dialogs())::select;
    }

    private void slot(BoardViewModel board) {
        ObservableValue<MachineStatus.Light> light = board.busy()
                .flatMap(busy -> board.lost().map(_ -> MachineStatus.Light.OFFLINE)
                        .orElse(busy ? MachineStatus.Light.RUNNING : MachineStatus.Light.IDLE));
        var slot = new MachineStatus.Slot(board.title().get(), light, board.words(), () -> {
            context.navigator().goTo("machines");
            select.accept(board);
        });
        slots.put(board, slot);
        context.machines().slots().add(slot);
    }
}
