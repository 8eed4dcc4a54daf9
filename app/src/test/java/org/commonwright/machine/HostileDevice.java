package org.commonwright.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.commonwright.machine.link.Link;
import org.commonwright.machine.link.TcpLink;

/// Something at the other end of a socket that is no machine, or a machine gone mad.
public final class HostileDevice implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Function<String, byte[]> answer;
    private final boolean echo;
    private final byte[] flood;
    private final boolean[] heard = new boolean[256];
    private final AtomicLong written = new AtomicLong();
    private volatile boolean flooding;
    private volatile boolean closed;

    private HostileDevice(Function<String, byte[]> answer, boolean echo, byte[] flood, boolean flooding)
            throws IOException {
        this.answer = answer;
        this.echo = echo;
        this.flood = flood;
        this.flooding = flooding;
        Thread.ofPlatform().daemon().name("hostile-device").start(this::serve);
    }

    /// Says something to every line, and to every question mark.
    public static HostileDevice answering(Function<String, byte[]> answer) throws IOException {
        return new HostileDevice(answer, false, new byte[0], false);
    }

    public static HostileDevice echoing() throws IOException {
        return new HostileDevice(_ -> new byte[0], true, new byte[0], false);
    }

    /// Says the same for ever, as fast as it is taken.
    public static HostileDevice flooding(byte[] what) throws IOException {
        return new HostileDevice(_ -> new byte[0], false, what, true);
    }

    /// Behaves as GRBL does until it is told to flood.
    public static HostileDevice grbl(byte[] flood) throws IOException {
        return new HostileDevice(HostileDevice::grblAnswer, false, flood, false);
    }

    private static byte[] grblAnswer(String line) {
        String said = switch (line) {
            case "?" -> "<Idle|MPos:0.000,0.000,0.000|FS:0,0>\r\n";
            case "$I" -> "[VER:1.1h.20190830:]\r\n[OPT:V,15,128]\r\nok\r\n";
            case "$G" -> "[GC:G0 G54 G17 G21 G90 G94 M5 M9 T0 F0 S0]\r\nok\r\n";
            default -> "ok\r\n";
        };
        return said.getBytes(StandardCharsets.US_ASCII);
    }

    public void flood(boolean on) {
        flooding = on;
    }

    /// `tcp://…`, for a window or a command line.
    public String port() {
        return "tcp://localhost:" + server.getLocalPort();
    }

    Link link() {
        return TcpLink.connect("localhost", server.getLocalPort());
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
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            Thread.ofPlatform().daemon().name("hostile-mouth").start(() -> floodFor(out));
            hear(socket.getInputStream(), out);
        } catch (IOException _) {
            // The other end hung up, which is what it should do.
        }
    }

    private void hear(InputStream in, OutputStream out) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            synchronized (heard) {
                heard[b] = true;
            }
            if (echo) {
                say(out, new byte[]{(byte) b});
            } else if (b == '?') {
                say(out, answer.apply("?"));
            } else if (b == '\n') {
                say(out, answer.apply(line.toString(StandardCharsets.US_ASCII)));
                line.reset();
            } else {
                line.write(b);
            }
        }
    }

    private void floodFor(OutputStream out) {
        try {
            while (!closed) {
                if (flooding) {
                    say(out, flood);
                } else {
                    Thread.sleep(5);
                }
            }
        } catch (IOException _) {
            closed = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(OutputStream out, byte[] said) throws IOException {
        synchronized (out) {
            out.write(said);
        }
        written.addAndGet(said.length);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        server.close();
    }
}
