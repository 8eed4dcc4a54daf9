package org.commonwright.workbench.machines.board;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Port;
import org.commonwright.machine.arduino.BoardPort;
import org.commonwright.machine.arduino.PlotData;
import org.commonwright.workbench.tasks.Outcome;

/// The boards that are connected.
public final class BoardsViewModel {
    private static final String HOLDER = "Commonwright";

    private final BoardServices services;
    private final ObservableList<BoardViewModel> connected = FXCollections.observableArrayList();

    BoardsViewModel(BoardServices services) {
        this.services = services;
    }

    public ObservableList<BoardViewModel> connected() {
        return connected;
    }

    /// Whether a port is that of the board to practise on, which no machine's firmware answers at.
    public static boolean isPractice(String port) {
        return port.strip().startsWith("virtual:arduino");
    }

    /// Opens a port in the background and listens to it.
    ///
    /// @param text a device path, with `@115200` behind it for a speed other than the last one, or `virtual:arduino`
    public void connect(String text) {
        Port port;
        try {
            port = Port.parse(text.strip());
        } catch (Fault fault) {
            services.notices().fault(fault);
            return;
        }
        int usual = services.memory().baud();
        var plot = new PlotData();
        services.tasks().submit(Messages.Key.of("machines.connecting", port),
                _ -> BoardPort.open(services.machines(), port, usual, HOLDER, services.clock(), plot::add),
                Outcome.<BoardPort>of(
                        open -> connected.add(new BoardViewModel(open, plot, services)),
                        services.notices()::fault));
    }

    /// Lets go of the board at a port, if there is one, for somebody else.
    ///
    /// @param then called when the port is free
    void letGo(String port, Runnable then) {
        connected.stream()
                .filter(board -> port.equals(board.title().get()) || port.startsWith(board.title().get() + "@"))
                .findFirst()
                .ifPresentOrElse(board -> disconnect(board, then), then);
    }

    /// Lets go of a board.
    public void disconnect(BoardViewModel board) {
        disconnect(board, () -> services.notices().say("machines.disconnected", board.title().get()));
    }

    private void disconnect(BoardViewModel board, Runnable then) {
        connected.remove(board);
        services.tasks().submit(Messages.Key.of("machines.disconnecting", board.title().getValue()), _ -> {
            board.close();
            return board.title().getValue();
        }, Outcome.<String>of(_ -> then.run(), services.notices()::fault));
    }

    public void close() {
        List.copyOf(connected).forEach(BoardViewModel::close);
        connected.clear();
    }
}
