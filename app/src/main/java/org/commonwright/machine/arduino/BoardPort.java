package org.commonwright.machine.arduino;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.machine.Machines;
import org.commonwright.machine.Port;
import org.commonwright.machine.PortHold;
import org.commonwright.task.Pause;
import org.commonwright.task.Progress;

/// A board at a port: it is listened to, and when it is to be written to the port goes over to the flasher and comes back by
/// itself. All the while the port is held, and whoever else wants it is told for what. One thing after the other is done with
/// it, from whatever thread.
public final class BoardPort implements AutoCloseable {
    /// What Arduino's examples use.
    public static final int USUAL_BAUD = 9600;
    private static final int REOPEN_TRIES = 12;
    private static final int REOPEN_MILLIS = 250;

    private final Machines machines;
    private final String holder;
    private final Monitor monitor;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Port port;
    private volatile PortHold hold;
    private volatile boolean closed;

    private BoardPort(Machines machines, Port port, String holder, MonitorLog log, Consumer<MonitorLine> heard) {
        this.machines = machines;
        this.port = port;
        this.holder = holder;
        this.monitor = new Monitor(log, heard);
        this.hold = machines.hold(port, holder);
    }

    /// Opens the port and listens.
    ///
    /// @param usual the speed of a serial port that names none
    /// @param holder who wants it, as a person should read it
    /// @param heard is given each line of the board, on the thread that reads
    /// @throws Fault `machine.held`, or the link's own
    public static BoardPort open(Machines machines, Port port, int usual, String holder, InstantSource clock,
            Consumer<MonitorLine> heard) {
        Port found = machines.found(port);
        Port at = found instanceof Port.Serial(String path, int baud) && baud == 0
                ? new Port.Serial(path, usual)
                : found;
        var board = new BoardPort(machines, at, holder, new MonitorLog(clock), heard);
        try {
            board.monitor.attach(Machines.open(at));
            return board;
        } catch (Fault fault) {
            board.hold.close();
            throw fault;
        }
    }

    public Monitor monitor() {
        return monitor;
    }

    /// Where the board is now.
    public Port port() {
        return port;
    }

    /// The speed of its serial port; empty where there is none.
    public Optional<Integer> baud() {
        return port instanceof Port.Serial serial ? Optional.of(serial.baud()) : Optional.empty();
    }

    /// Listens at another speed. The port is opened anew, which starts most boards anew.
    public void baud(int baud) {
        changing.lock();
        try {
            if (port instanceof Port.Serial(String path, int now) && now != baud) {
                port = new Port.Serial(path, baud);
                openAgain();
            }
        } finally {
            changing.unlock();
        }
    }

    /// Opens the port again after the board was lost, or after another program had it.
    public void reopen() {
        changing.lock();
        try {
            openAgain();
        } finally {
            changing.unlock();
        }
    }

    private void openAgain() {
        monitor.detach();
        try {
            attach();
        } catch (Fault fault) {
            monitor.lost(fault);
            throw fault;
        }
    }

    /// Closed meanwhile, it does not stay open.
    private void attach() {
        monitor.attach(Machines.open(port));
        if (closed) {
            monitor.detach();
        }
    }

    /// Writes a program into the board: the monitor lets the port go, and listens again afterwards, however it ended.
    ///
    /// @param name what a person calls the program
    /// @throws Fault `arduino.not-serial` for a port that has no bootloader, or as [Flasher#flash]
    public FlashResult flash(Flasher flasher, Board board, String name, HexImage image, FlashWatch watch,
            Progress progress) throws InterruptedException {
        changing.lockInterruptibly();
        try {
            return write(flasher, board, name, image, watch, progress);
        } finally {
            changing.unlock();
        }
    }

    private FlashResult write(Flasher flasher, Board board, String name, HexImage image, FlashWatch watch,
            Progress progress) throws InterruptedException {
        if (!(port instanceof Port.Serial(String path, int baud))) {
            throw new Fault("arduino.not-serial", port);
        }
        board.mustHold(name, image);
        monitor.detach();
        hold.nowFor(holder + ": " + name + " → " + board);
        String now = path;
        try {
            FlashResult result = flasher.flash(board, path, name, image, watch, progress);
            now = result.port();
            return result;
        } finally {
            moveTo(new Port.Serial(now, baud));
            hold.nowFor(holder);
            listenAgain();
        }
    }

    private void moveTo(Port to) {
        if (!to.toString().equals(port.toString())) {
            PortHold next = machines.hold(to, holder);
            hold.close();
            hold = next;
            port = to;
        }
    }

    /// The port of a board that starts anew may be away for a moment.
    private void listenAgain() throws InterruptedException {
        for (int left = REOPEN_TRIES; !closed; left--) {
            try {
                attach();
                return;
            } catch (Fault fault) {
                if (left == 0) {
                    // How the writing ended is worth more; the monitor says why it is silent.
                    monitor.lost(fault);
                    return;
                }
                Pause.millis(REOPEN_MILLIS);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            monitor.close();
        } finally {
            hold.close();
        }
    }
}
