package org.commonwright.machine.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jdk.net.ExtendedSocketOptions;
import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;

/// A machine on the network that speaks its serial protocol over TCP (ESP3D, ser2net, FluidNC's telnet).
public final class TcpLink implements Link {
    private static final int CONNECT_MILLIS = 5000;

    private final String name;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean closedHere;
    private volatile @Nullable Fault lost;

    /// Wraps a connected socket.
    public TcpLink(String name, Socket socket) throws IOException {
        this.name = name;
        this.socket = socket;
        socket.setTcpNoDelay(true);
        keepAlive(socket);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /// A machine that went without a word (power cut, Wi-Fi gone) is noticed after some 25 s of silence, not after two hours.
    private static void keepAlive(Socket socket) throws IOException {
        socket.setKeepAlive(true);
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, 10);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, 5);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
        }
    }

    /// @throws Fault `machine.tcp-refused` when nobody answers there
    public static TcpLink connect(String host, int port) {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return new TcpLink("tcp://" + host + ":" + port, socket);
        } catch (IOException e) {
            try {
                socket.close();
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw new Fault(e, "machine.tcp-refused", host, String.valueOf(port), String.valueOf(e.getMessage()));
        }
    }

    /// Whether somebody takes a connection there now; it is let go of at once.
    public static boolean isReachable(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int read(byte[] buffer, int timeoutMillis) {
        if (closedHere || lost != null) {
            return -1;
        }
        try {
            socket.setSoTimeout(Math.max(1, timeoutMillis));
            int n = in.read(buffer);
            if (n < 0) {
                lost = new Fault("machine.link-lost", name);
            }
            return n;
        } catch (SocketTimeoutException _) {
            return 0;
        } catch (IOException e) {
            lost = new Fault(e, "machine.link-lost", name);
            return -1;
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        writing.lock();
        try {
            out.write(bytes, offset, length);
            out.flush();
        } catch (IOException e) {
            Fault fault = new Fault(e, "machine.link-lost", name);
            lost = fault;
            throw fault;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Optional<Fault> closedReason() {
        return closedHere ? Optional.empty() : Optional.ofNullable(lost);
    }

    @Override
    public void close() {
        closedHere = true;
        try {
            socket.close();
        } catch (IOException e) {
            lost = new Fault(e, "machine.link-lost", name);
        }
    }
}
