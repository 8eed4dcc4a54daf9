package org.commonwright.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;
import org.commonwright.machine.link.Link;
import org.commonwright.machine.link.TcpLink;
import org.commonwright.machine.protocol.Position;
import org.commonwright.machine.virtual.MachineServer;
import org.commonwright.machine.virtual.Tracer;
import org.commonwright.machine.virtual.VirtualMachine;

/// A virtual machine in this process, for another process to talk to by TCP. It outlives that process, and it is known what it
/// received, what it executed, and when.
final class WatchedMachine implements AutoCloseable {
    private static final Pattern REPORT = Pattern.compile("<|X:|ok.* P[0-9]");

    private final WatchedProgram program;
    private final ServerSocket socket;
    private final Thread thread;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final StringBuilder pending = new StringBuilder();
    private final List<Done> done = new ArrayList<>();
    private final List<Long> reports = new ArrayList<>();
    private int received;
    private long firstLine;
    private volatile boolean closing;

    /// A line of the program whose motion has ended.
    record Done(int line, long at) {}

    WatchedMachine(WatchedProgram program, Function<Tracer, VirtualMachine> kind, double speed) throws IOException {
        this.program = program;
        this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        VirtualMachine machine = kind.apply(this::moved);
        this.thread = Thread.ofPlatform().daemon().name("watched-machine").start(() -> serve(machine, speed));
    }

    String port() {
        return "tcp://localhost:" + socket.getLocalPort();
    }

    /// Waits until the other process is there.
    boolean awaitTalk() throws InterruptedException {
        return begun.await(2, TimeUnit.MINUTES);
    }

    private void serve(VirtualMachine machine, double speed) {
        try (Link link = new Tapped(new TcpLink("watched", socket.accept()))) {
            begun.countDown();
            var server = new MachineServer(machine, link, speed).start();
            server.join();
        } catch (IOException e) {
            if (!closing) {
                throw new AssertionError(e);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void moved(Position from, Position to, double spindle) {
        int line = program.lineAt(to.x());
        if (line > 0) {
            done.add(new Done(line, System.nanoTime()));
        }
    }

    private synchronized void heard(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                int line = program.lineOf(pending.toString());
                received = Math.max(received, line);
                firstLine = firstLine == 0 && line > 0 ? System.nanoTime() : firstLine;
                pending.setLength(0);
            } else {
                pending.append((char) bytes[i]);
            }
        }
    }

    /// Waits until all that the other side ever sent is here.
    void awaitHungUp() throws InterruptedException {
        thread.join(TimeUnit.MINUTES.toMillis(1));
        if (thread.isAlive()) {
            throw new AssertionError("the machine still hears somebody");
        }
    }

    /// The last line that came whole.
    synchronized int received() {
        return received;
    }

    /// When the first line of the program came whole; 0 when none has.
    synchronized long firstLine() {
        return firstLine;
    }

    /// Lines whose motion had ended by then, in order.
    synchronized List<Done> doneBy(long nanos) {
        return done.stream().filter(d -> d.at() <= nanos).toList();
    }

    /// When it told of its motion, until then: a report of its state, a place, or an `ok` that says what the planner has room for.
    synchronized List<Long> reportsBy(long nanos) {
        return reports.stream().filter(at -> at <= nanos).toList();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        socket.close();
    }

    /// Notes what passes.
    private final class Tapped implements Link {
        private final Link link;
        private final StringBuilder said = new StringBuilder();

        Tapped(Link link) {
            this.link = link;
        }

        @Override
        public String name() {
            return link.name();
        }

        @Override
        public int read(byte[] buffer, int timeoutMillis) {
            int n = link.read(buffer, timeoutMillis);
            if (n > 0) {
                heard(buffer, n);
            }
            return n;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            link.write(bytes, offset, length);
            said.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
            for (int end = said.indexOf("\n"); end >= 0; end = said.indexOf("\n")) {
                if (REPORT.matcher(said.substring(0, end)).lookingAt()) {
                    synchronized (WatchedMachine.this) {
                        reports.add(System.nanoTime());
                    }
                }
                said.delete(0, end + 1);
            }
        }

        @Override
        public Optional<Fault> closedReason() {
            return link.closedReason();
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
