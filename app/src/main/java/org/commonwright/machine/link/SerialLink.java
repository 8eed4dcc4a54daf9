package org.commonwright.machine.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.commonwright.error.Fault;
import org.commonwright.task.Pause;
import org.jspecify.annotations.Nullable;

/// A serial port by jSerialComm, 8 data bits, no parity, one stop bit. It always has a read timeout: reading and writing at
/// once without one has deadlocked the library. After the device went away a read gives -1 although the port still says it
/// is open; that is how a pulled plug is known.
public final class SerialLink implements Link {
    private static final int READ_MILLIS = 100;
    private static final long LOOK_NANOS = 50_000;
    private static final int RESTART_MILLIS = 100;
    private static final int EACCES = 13;
    private static final int EPERM = 1;
    private static final int ENOTTY = 25;

    private final SerialPort port;
    private final String path;
    private final ReentrantLock writing = new ReentrantLock();
    /// Whether the last read brought something; only the reader asks.
    private boolean talking;
    private volatile boolean closedHere;
    private volatile @Nullable Fault lost;

    private SerialLink(SerialPort port, String path) {
        this.port = port;
        this.path = path;
    }

    /// @throws Fault `ports.held` with the process that has it open, `machine.no-port`, `machine.port-busy`, `ports.join-group`
    ///         and others that say how to be allowed, or `machine.port-refused`
    public static SerialLink open(String path, int baud) {
        PortHolders holders = PortHolders.ofThisSystem();
        refuseHeld(holders, path);
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path);
        } catch (SerialPortInvalidPortException e) {
            throw new Fault(e, "machine.no-port", path);
        }
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
        if (!port.openPort(0)) {
            throw refusal(path, port.getLastErrorCode());
        }
        // Two who came at the same moment both see each other now, and neither talks into the other's job.
        try {
            refuseHeld(holders, path);
        } catch (Fault held) {
            port.closePort();
            throw held;
        }
        return new SerialLink(port, path);
    }

    private static void refuseHeld(PortHolders holders, String path) {
        if (path.startsWith("/")) {
            holders.of(Path.of(path)).ifPresent(holder -> {
                throw new Fault("ports.held", path, holder.name(), String.valueOf(holder.pid()));
            });
        }
    }

    private static Fault refusal(String path, int errno) {
        Path device = Path.of(path);
        if (errno == EACCES || errno == EPERM || Files.exists(device) && !Files.isWritable(device)) {
            return PortAccess.ofThisSystem().refusal(device);
        }
        if (path.startsWith("/") && !Files.exists(device)) {
            return new Fault("machine.no-port", path);
        }
        boolean terminal = errno != ENOTTY && (!path.startsWith("/") || !Files.isRegularFile(device));
        return terminal
                ? new Fault("machine.port-busy", path)
                : new Fault("machine.port-refused", path, String.valueOf(errno));
    }

    /// Changes the speed of the open port, as looking for a board's speed does.
    public void baud(int baud) {
        port.setBaudRate(baud);
    }

    /// Lets the line fall that starts an Arduino board anew, and raises it again.
    public void restartBoard() throws InterruptedException {
        port.clearDTR();
        port.clearRTS();
        Pause.millis(RESTART_MILLIS);
        port.setDTR();
        port.setRTS();
    }

    /// A byte is a start bit, eight bits and a stop bit.
    @Override
    public double bytesPerSecond() {
        return port.getBaudRate() / 10.0;
    }

    @Override
    public String name() {
        return path;
    }

    @Override
    public int read(byte[] buffer, int timeoutMillis) {
        if (closedHere || lost != null) {
            return -1;
        }
        if (talking) {
            lookBriefly();
        }
        int n = port.readBytes(buffer, buffer.length);
        talking = n > 0;
        if (n < 0) {
            lost = new Fault("machine.link-lost", path);
        }
        return n;
    }

    /// Looks for bytes for a moment before the reader sleeps: a fast machine answers sooner than a sleeping thread wakes up,
    /// and one that is not fast costs no more than this moment for each answer.
    private void lookBriefly() {
        long start = System.nanoTime();
        while (port.bytesAvailable() == 0 && System.nanoTime() - start < LOOK_NANOS) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        writing.lock();
        try {
            int written = 0;
            while (written < length) {
                int n = port.writeBytes(bytes, length - written, offset + written);
                if (n <= 0) {
                    Fault fault = new Fault("machine.link-lost", path);
                    lost = fault;
                    throw fault;
                }
                written += n;
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Optional<Fault> closedReason() {
        return closedHere ? Optional.empty() : Optional.ofNullable(lost);
    }

    /// The library closes all ports when the process ends; it lets this go first.
    @Override
    public Runnable whenProcessEnds(Runnable work) {
        return ProcessEnd.before(work, SerialPort::addShutdownHook);
    }

    @Override
    public void close() {
        closedHere = true;
        port.closePort();
    }
}
