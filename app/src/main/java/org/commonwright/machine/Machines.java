package org.commonwright.machine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.commonwright.error.Fault;
import org.commonwright.machine.link.Link;
import org.commonwright.machine.link.PipeLink;
import org.commonwright.machine.link.SerialLink;
import org.commonwright.machine.link.SerialPorts;
import org.commonwright.machine.link.TcpLink;
import org.commonwright.machine.link.TelnetLink;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.virtual.FaultPlan;
import org.commonwright.machine.virtual.FaultyMachine;
import org.commonwright.machine.virtual.MachineServer;
import org.commonwright.machine.virtual.Surface;
import org.commonwright.machine.virtual.Tracer;
import org.commonwright.machine.virtual.VirtualArduino;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.commonwright.machine.virtual.VirtualMachine;
import org.commonwright.machine.virtual.VirtualMarlin;
import org.commonwright.task.Progress;

/// The broker of ports: each has one owner at a time, known by name to whoever comes second.
public final class Machines {
    /// GRBL's, Marlin's on AVR boards, and older GRBL's.
    private static final int[] USUAL_BAUDS = {115_200, 250_000, 57_600};
    /// Enough for a board that starts anew when its port is opened.
    private static final int PATIENCE_SECONDS = 8;
    /// The practice mill goes 300 × 200 × 80 mm and homes to its upper ends. Its work's zero is a little inside of the lower left
    /// corner, half way up, so that what is usually milled fits: X -10 to 290, Y -10 to 190, Z -40 to 40.
    public static final Position PRACTICE_ZERO = new Position(-290, -190, -40);

    private final Map<String, String> holders = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    /// How often the link to a port was lost.
    private final Map<String, Integer> losses = new ConcurrentHashMap<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final Supplier<List<SerialPorts.Info>> lister;
    private final int patience;

    public Machines() {
        this(SerialPorts::list);
    }

    /// @param lister says which serial ports there are, and which USB devices are at them
    public Machines(Supplier<List<SerialPorts.Info>> lister) {
        this(lister, PATIENCE_SECONDS);
    }

    /// @param patienceSeconds how long a machine may take to say its first word, where nothing else is said
    public Machines(Supplier<List<SerialPorts.Info>> lister, int patienceSeconds) {
        this.lister = lister;
        this.patience = patienceSeconds;
    }

    /// How long a machine may take to say its first word, in seconds.
    public int patience() {
        return patience;
    }

    /// Hears of every machine that is opened and closed, on the thread that does it.
    public interface Watcher {
        /// @param holder who opened it, as given to [Machines#connect]
        void opened(Session session, String holder);

        void closed(Session session);
    }

    /// From now on `watcher` hears of every machine, whoever opens it: so that one place can stop them all.
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /// Opens the port and waits until the machine has said what it is: seconds, on a board that starts anew.
    ///
    /// @param holder who wants it, as a person should read it: "the job Bracket", "the console"
    /// @throws Fault `machine.held` with the holder's name, `machine.no-answer` and its kin, `hosts.not-streamed`, or the link's own
    public Session connect(Port wanted, String holder) throws InterruptedException {
        return connect(wanted, holder, patience, Progress.NONE);
    }

    /// As [#connect(Port, String)], for a machine that takes its time to start.
    ///
    /// @param patienceSeconds how long it may say nothing that a firmware says; at each speed, where none is named
    public Session connect(Port wanted, String holder, int patienceSeconds, Progress progress)
            throws InterruptedException {
        Port port = found(wanted);
        String key = key(port);
        String other = holders.putIfAbsent(key, holder);
        if (other != null) {
            throw new Fault("machine.held", port, other);
        }
        try {
            Session session = connect(port, patienceSeconds, () -> closed(key), progress);
            session.reconnects(losses.getOrDefault(key, 0));
            sessions.put(key, session);
            watchers.forEach(watcher -> watcher.opened(session, holder));
            return session;
        } catch (Fault | InterruptedException e) {
            holders.remove(key);
            throw e;
        }
    }

    /// Takes a port for something that is not a conversation with a firmware: a board's monitor, or writing to it.
    ///
    /// @throws Fault `machine.held` with the holder's name
    public PortHold hold(Port port, String holder) {
        String key = key(port);
        String other = holders.putIfAbsent(key, holder);
        if (other != null) {
            throw new Fault("machine.held", port, other);
        }
        return new PortHold(holders, key);
    }

    /// The port that a USB device is at now; any other port is what it is.
    ///
    /// @throws Fault `ports.no-such-usb`
    public Port found(Port port) {
        return port instanceof Port.Usb(String serial)
                ? lister.get().stream().filter(info -> info.isCalled(serial)).findFirst()
                        .<Port>map(info -> new Port.Serial(info.path(), 0))
                        .orElseThrow(() -> new Fault("ports.no-such-usb", serial))
                : port;
    }

    private void closed(String key) {
        holders.remove(key);
        Session session = sessions.remove(key);
        if (session != null) {
            if (session.lost().filter(fault -> !fault.code().equals("machine.link-closed")).isPresent()) {
                losses.merge(key, 1, Integer::sum);
            }
            watchers.forEach(watcher -> watcher.closed(session));
        }
    }

    /// A serial port without a speed is tried with each usual one; opening it anew also starts most boards anew.
    private static Session connect(Port port, int patience, Runnable whenClosed, Progress progress)
            throws InterruptedException {
        if (!(port instanceof Port.Serial serial) || serial.baud() != 0) {
            return Session.connect(open(port), patience, whenClosed, progress);
        }
        Fault silent = new Fault("machine.no-answer", port);
        for (int baud : USUAL_BAUDS) {
            try {
                return Session.connect(SerialLink.open(serial.path(), baud), patience, whenClosed, progress);
            } catch (Fault fault) {
                if (!FirstWords.mayBeSpeed(fault)) {
                    throw fault;
                }
                silent = fault;
            }
        }
        throw silent;
    }

    /// A virtual machine of one's own is nobody else's.
    private static String key(Port port) {
        return switch (port) {
            case Port.Serial serial -> serial.path();
            case Port.Usb usb -> usb.toString();
            case Port.Tcp tcp -> "tcp://" + tcp.host() + ":" + tcp.port();
            case Port.Telnet telnet -> "tcp://" + telnet.host() + ":" + telnet.port();
            case Port.Virtual virtual -> virtual + "#" + System.nanoTime();
            case Port.Hosted hosted -> throw notStreamed(hosted);
        };
    }

    private static Fault notStreamed(Port.Hosted hosted) {
        return new Fault("hosts.not-streamed", hosted, hosted.address().software().title());
    }

    /// Opens a port that one holds.
    ///
    /// @throws Fault the link's own
    public static Link open(Port port) {
        return switch (port) {
            case Port.Serial serial ->
                SerialLink.open(serial.path(), serial.baud());
            case Port.Usb usb -> throw new Fault("ports.no-such-usb", usb.serial());
            case Port.Tcp tcp -> TelnetLink.listening(TcpLink.connect(tcp.host(), tcp.port()));
            case Port.Telnet telnet ->
                TelnetLink.speaking(TcpLink.connect(telnet.host(), telnet.port()), telnet.toString(),
                        telnet.baud());
            case Port.Virtual virtual -> {
                PipeLink.Pair pipe = PipeLink.pair(virtual.toString());
                new MachineServer(faulty(virtual), pipe.machine(), virtual.speed()).start();
                yield pipe.host();
            }
            case Port.Hosted hosted -> throw notStreamed(hosted);
        };
    }

    private static VirtualMachine faulty(Port.Virtual virtual) {
        VirtualMachine machine = machine(virtual.kind(), Tracer.NONE);
        if (virtual.faults().isEmpty()) {
            return machine;
        }
        var faulty = new FaultyMachine(machine, FaultPlan.parse(virtual.faults()));
        faulty.arm();
        return faulty;
    }

    /// A new virtual machine of this kind.
    public static VirtualMachine machine(Port.Virtual.Kind kind, Tracer tracer) {
        return switch (kind) {
            case GRBL -> new VirtualGrbl(tracer, Surface.board(1).moved(PRACTICE_ZERO)).zeroedAt(PRACTICE_ZERO);
            case MARLIN -> new VirtualMarlin(VirtualMarlin.Build.USUAL, tracer);
            case ARDUINO -> new VirtualArduino();
        };
    }
}
