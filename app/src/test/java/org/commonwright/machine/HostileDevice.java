package org.commonwright.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.commonwright.error.Fault;
import org.commonwright.machine.link.Link;
import org.commonwright.machine.link.SerialLink;
import org.commonwright.machine.link.TcpLink;
import org.commonwright.machine.pty.PseudoTerminal;

/// Something at the other end of a socket or of a pseudo-terminal that is no machine, or a machine gone mad.
public final class HostileDevice implements AutoCloseable {
    private static final int BAUD = 115_200;

    private final Function<String, byte[]> answer;
    private final boolean echo;
    private final byte[] flood;
    private final boolean[] heard = new boolean[256];
    private final AtomicLong written = new AtomicLong();
    /// What is to be said by the mouth, so that its ear is never held up.
    private final Queue<byte[]> answers = new ConcurrentLinkedQueue<>();
    private final String port;
    private final Supplier<Link> line;
    private final Runnable unplug;
    private volatile boolean flooding;
    private volatile boolean deaf;
    private volatile boolean closed;
    /// Bytes per second of its flood, 0 for as many as are taken.
    private volatile double pace;

    /// @param line waits until somebody is there
    private HostileDevice(Function<String, byte[]> answer, boolean echo, byte[] flood, String port, Supplier<Link> line,
            Runnable unplug) {
        this.answer = answer;
        this.echo = echo;
        this.flood = flood;
        this.port = port;
        this.line = line;
        this.unplug = unplug;
        Thread.ofPlatform().daemon().name("hostile-device").start(this::serve);
    }

    private static HostileDevice onSocket(Function<String, byte[]> answer, boolean echo, byte[] flood)
            throws IOException {
        var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        return new HostileDevice(answer, echo, flood, "tcp://localhost:" + server.getLocalPort(), () -> {
            try {
                return new TcpLink("hostile", server.accept());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, () -> {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static HostileDevice onTerminal(Function<String, byte[]> answer, boolean echo, byte[] flood) {
        PseudoTerminal terminal = PseudoTerminal.open();
        return new HostileDevice(answer, echo, flood, terminal.path() + "@" + BAUD, () -> terminal, terminal::close);
    }

    /// Says something to every line, and to every question mark.
    public static HostileDevice answering(Function<String, byte[]> answer) throws IOException {
        return onSocket(answer, false, new byte[0]);
    }

    public static HostileDevice echoing() throws IOException {
        return onSocket(_ -> new byte[0], true, new byte[0]);
    }

    /// Says the same for ever, as fast as it is taken.
    public static HostileDevice flooding(byte[] what) throws IOException {
        return onSocket(_ -> new byte[0], false, what).floods();
    }

    /// Behaves as GRBL does until it is told to flood.
    public static HostileDevice grbl(byte[] flood) throws IOException {
        return onSocket(HostileDevice::grblAnswer, false, flood);
    }

    /// Answers so, and floods when told to, on a pseudo-terminal.
    public static HostileDevice serial(Function<String, byte[]> answer, byte[] flood) {
        return onTerminal(answer, false, flood);
    }

    /// Echoes on a pseudo-terminal.
    public static HostileDevice serialEcho() {
        return onTerminal(_ -> new byte[0], true, new byte[0]);
    }

    /// As GRBL answers, at once.
    public static byte[] grblAnswer(String line) {
        String said = switch (line) {
            case "?" -> "<Idle|MPos:0.000,0.000,0.000|FS:0,0>\r\n";
            case "$I" -> "[VER:1.1h.20190830:]\r\n[OPT:V,15,128]\r\nok\r\n";
            case "$G" -> "[GC:G0 G54 G17 G21 G90 G94 M5 M9 T0 F0 S0]\r\nok\r\n";
            default -> "ok\r\n";
        };
        return said.getBytes(StandardCharsets.US_ASCII);
    }

    /// As Marlin answers, at once; a question mark alone it does not know.
    public static byte[] marlinAnswer(String line) {
        String said = line.equals("?")
                ? ""
                : line.contains("M115")
                        ? "FIRMWARE_NAME:Marlin 2.1.2 (Github) PROTOCOL_VERSION:1.0\r\nok\r\n"
                        : line.contains("M118 ") ? line.replaceAll(".*M118 |\\*.*", "") + "\r\nok\r\n" : "ok\r\n";
        return said.getBytes(StandardCharsets.US_ASCII);
    }

    public void flood(boolean on) {
        flooding = on;
    }

    HostileDevice floods() {
        flooding = true;
        return this;
    }

    /// From now on so many bytes a second.
    public HostileDevice paced(double bytesPerSecond) {
        pace = bytesPerSecond;
        return this;
    }

    /// From now on it reads nothing.
    public void deaf() {
        deaf = true;
    }

    /// For a window or a command line.
    public String port() {
        return port;
    }

    Link link() {
        return switch (Port.parse(port)) {
            case Port.Tcp tcp -> TcpLink.connect(tcp.host(), tcp.port());
            case Port.Serial serial -> SerialLink.open(serial.path(), serial.baud());
            default -> throw new IllegalStateException(port);
        };
    }

    public long written() {
        return written.get();
    }

    /// Whether this byte ever came.
    public boolean heard(int code) {
        synchronized (heard) {
            return heard[code];
        }
    }

    private void serve() {
        try {
            Link end = line.get();
            Thread.ofPlatform().daemon().name("hostile-mouth").start(() -> floodFor(end));
            hear(end);
        } catch (UncheckedIOException | Fault _) {
            // The other end hung up, which is what it should do.
        }
    }

    private void hear(Link end) {
        var text = new ByteArrayOutputStream();
        byte[] some = new byte[4096];
        for (int n = end.read(some, 100); n >= 0 && !closed; n = deaf ? 0 : end.read(some, 100)) {
            if (deaf) {
                LockSupport.parkNanos(10_000_000);
            }
            for (int i = 0; i < n; i++) {
                int b = some[i] & 0xFF;
                synchronized (heard) {
                    heard[b] = true;
                }
                if (echo) {
                    answers.add(new byte[]{(byte) b});
                } else if (b == '?') {
                    answers.add(answer.apply("?"));
                } else if (b == '\n') {
                    answers.add(answer.apply(text.toString(StandardCharsets.US_ASCII)));
                    text.reset();
                } else {
                    text.write(b);
                }
            }
        }
    }

    private void floodFor(Link end) {
        long began = 0;
        long said = 0;
        try {
            while (!closed) {
                began = began == 0 || !flooding ? System.nanoTime() : began;
                for (byte[] next = answers.poll(); next != null; next = answers.poll()) {
                    say(end, next);
                }
                double due = (System.nanoTime() - began) / 1e9 * pace;
                if (flooding && (pace == 0 || said <= due)) {
                    say(end, flood);
                    said += flood.length;
                } else {
                    LockSupport.parkNanos(1_000_000);
                }
            }
        } catch (Fault _) {
            closed = true;
        }
    }

    private void say(Link end, byte[] said) {
        end.write(said, 0, said.length);
        written.addAndGet(said.length);
    }

    @Override
    public void close() {
        closed = true;
        unplug.run();
    }
}
