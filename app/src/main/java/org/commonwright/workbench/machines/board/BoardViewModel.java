package org.commonwright.workbench.machines.board;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.Port;
import org.commonwright.machine.arduino.BoardPort;
import org.commonwright.machine.arduino.PlotData;
import org.commonwright.task.Work;
import org.commonwright.workbench.tasks.Outcome;
import org.jspecify.annotations.Nullable;

/// One board at a port: what is asked of its port is done one after the other, and nothing else while it is written to.
public final class BoardViewModel {
    private final BoardPort port;
    private final BoardServices services;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Integer> baud = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Fault> lost = new ReadOnlyObjectWrapper<>();
    private final MonitorViewModel monitor;
    private final PlotViewModel plot;
    private final FlashViewModel flash;

    BoardViewModel(BoardPort port, PlotData data, BoardServices services) {
        this.port = port;
        this.services = services;
        this.monitor = new MonitorViewModel(port.monitor(), services);
        this.plot = new PlotViewModel(data, services);
        this.flash = new FlashViewModel(port, services, this::moved);
        busy.bind(flash.running());
        moved();
    }

    /// Its port, as it is called now.
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /// Whether it is being written to.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Why it is heard no more; null while it is.
    public ReadOnlyObjectProperty<@Nullable Fault> lost() {
        return lost.getReadOnlyProperty();
    }

    /// The speed of its port; 0 where there is none.
    ReadOnlyObjectProperty<Integer> baud() {
        return baud.getReadOnlyProperty();
    }

    /// What it is doing, in a word.
    public ObservableValue<Messages.Key> words() {
        return busy.flatMap(now -> lost.map(_ -> Messages.Key.of("boards.lost"))
                .orElse(Messages.Key.of(now ? "boards.writing" : "boards.listening")));
    }

    MonitorViewModel monitor() {
        return monitor;
    }

    PlotViewModel plot() {
        return plot;
    }

    FlashViewModel flash() {
        return flash;
    }

    /// Looks whether the board is still there; called many times a second.
    void refresh() {
        lost.set(port.monitor().lost().orElse(null));
    }

    void listenAt(int speed) {
        if (!busy.get() && speed != baud.get()) {
            services.memory().baud(speed);
            work("boards.opening", _ -> {
                port.baud(speed);
                return true;
            });
        }
    }

    /// Opens the port again after the board was lost.
    void reopen() {
        if (!busy.get()) {
            work("boards.opening", _ -> {
                port.reopen();
                return true;
            });
        }
    }

    /// Starts the board anew.
    void restart() {
        if (!busy.get()) {
            work("boards.restarting", _ -> port.monitor().restartBoard());
        }
    }

    private void work(String key, Work<Boolean> work) {
        services.tasks().submit(Messages.Key.of(key, title.get()), work, Outcome.<Boolean>of(did -> {
            moved();
            if (!did) {
                services.notices().warn("boards.no-restart", title.get());
            }
        }, services.notices()::fault));
    }

    private void moved() {
        title.set(port.port() instanceof Port.Serial serial ? serial.path() : port.port().toString());
        baud.set(port.baud().orElse(0));
    }

    void close() {
        flash.cancel();
        port.close();
    }
}
