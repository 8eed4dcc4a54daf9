package org.commonwright.workbench.machines.board;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.arduino.BoardPort;
import org.commonwright.machine.arduino.PlotData;
import org.commonwright.machine.arduino.ToolFinder;
import org.commonwright.settings.SettingsFile;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Outcome;

/// The boards that are connected.
public final class BoardsViewModel {
    private static final String HOLDER = "Commonwright";

    private final Machines machines;
    private final Tasks tasks;
    private final Executor window;
    private final Notices notices;
    private final InstantSource clock;
    private final BoardMemory memory;
    private final ToolFinder tools;
    private final ObservableList<BoardViewModel> connected = FXCollections.observableArrayList();

    public BoardsViewModel(Machines machines, Tasks tasks, Executor window, Notices notices, InstantSource clock,
            SettingsFile settings, ToolFinder tools) {
        this.machines = machines;
        this.tasks = tasks;
        this.window = window;
        this.notices = notices;
        this.clock = clock;
        this.memory = new BoardMemory(settings);
        this.tools = tools;
    }

    public ObservableList<BoardViewModel> connected() {
        return connected;
    }

    /// Opens a port in the background and listens to it.
    ///
    /// @param text a device path, with `@115200` behind it for a speed other than the last one, or `virtual:arduino`
    public void connect(String text) {
        Port port;
        try {
            port = withBaud(Port.parse(text.strip()));
        } catch (Fault fault) {
            notices.fault(fault);
            return;
        }
        var plot = new PlotData();
        tasks.submit(Messages.Key.of("machines.connecting", port),
                _ -> BoardPort.open(machines, port, HOLDER, clock, plot::add), Outcome.<BoardPort>of(
                        open -> connected.add(new BoardViewModel(open, plot, tasks, window, notices, memory, tools)),
                        notices::fault));
    }

    private Port withBaud(Port port) {
        return port instanceof Port.Serial(String path, int baud) && baud == 0
                ? new Port.Serial(path, memory.baud())
                : port;
    }

    /// Lets go of a board.
    public void disconnect(BoardViewModel board) {
        connected.remove(board);
        tasks.submit(Messages.Key.of("machines.disconnecting", board.title().getValue()), _ -> {
            board.close();
            return board.title().getValue();
        }, Outcome.<String>of(name -> notices.say("machines.disconnected", name), notices::fault));
    }

    public void close() {
        List.copyOf(connected).forEach(BoardViewModel::close);
        connected.clear();
    }
}
