package org.commonwright.bench;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.commonwright.error.Fault;
import org.commonwright.machine.pty.PseudoTerminal;

/// A machine behind a serial wire of 115,200 baud: each byte takes 86.8 µs either way, and a line is answered when its last
/// byte is there. An adapter may keep each answer back for some milliseconds.
final class PacedPeer implements AutoCloseable {
    private static final long USUAL_BYTE = 86_806;
    private static final long SPIN_NANOS = 300_000;

    private final PseudoTerminal terminal = PseudoTerminal.open();
    private final LinkedBlockingQueue<Due> due = new LinkedBlockingQueue<>();
    private final boolean marlin;
    private final String ok;
    private final long latency;
    private final long byteNanos;
    private long wireIn;
    private long wireOut;
    private long first;
    private long last;
    private volatile int lines;
    private long bytes;
    private volatile boolean closed;

    private record Due(long at, byte[] said) {}

    private PacedPeer(boolean marlin, String ok, int latencyMillis, long byteNanos) {
        this.byteNanos = byteNanos;
        this.marlin = marlin;
        this.ok = ok;
        this.latency = latencyMillis * 1_000_000L;
        Thread.ofPlatform().daemon().start(this::hear);
        Thread.ofPlatform().daemon().start(this::say);
    }

    static PacedPeer grbl(int latencyMillis) {
        return new PacedPeer(false, "ok\r\n", latencyMillis, USUAL_BYTE);
    }

    /// @param advanced whether an `ok` says how much room there is
    static PacedPeer marlin(boolean advanced, int latencyMillis) {
        return new PacedPeer(true, advanced ? "ok P15 B3\n" : "ok\n", latencyMillis, USUAL_BYTE);
    }

    /// A Marlin on a wire that needs no time.
    static PacedPeer instant() {
        return new PacedPeer(true, "ok\n", 0, 0);
    }

    int lines() {
        return lines;
    }

    String path() {
        return terminal.path();
    }

    /// Lines of moves a second, from the first to the last, by the clock of the wire.
    double rate() {
        return (lines - 1) / ((last - first) / 1e9);
    }

    /// What the wire allows for lines as they came.
    double allowed() {
        return 1e9 / byteNanos / ((double) bytes / lines);
    }

    private void hear() {
        byte[] in = new byte[4096];
        var line = new StringBuilder();
        for (int n = terminal.read(in, 1000); n >= 0; n = terminal.read(in, 1000)) {
            long now = System.nanoTime();
            for (int i = 0; i < n; i++) {
                wireIn = Math.max(wireIn, now) + byteNanos;
                char c = (char) in[i];
                if (c == '?' && !marlin) {
                    answer("<Idle|MPos:0.000,0.000,0.000|Bf:15,128|FS:0,0>\r\n");
                } else if (c == '\n') {
                    line(line.toString());
                    line.setLength(0);
                } else {
                    line.append(c);
                }
            }
        }
    }

    private void line(String text) {
        if (text.contains("G1")) {
            first = first == 0 ? wireIn : first;
            last = wireIn;
            lines = lines + 1;
            bytes += lines == 1 ? 0 : text.length() + 1;
        } else if (text.contains("M115")) {
            answer("FIRMWARE_NAME:Marlin 2.1.2 SOURCE_CODE_URL:x\nCap:EMERGENCY_PARSER:0\n");
        } else if (text.contains("M118")) {
            answer(text.replaceFirst("^(N[0-9]+ *)?M118 *", "").replaceFirst("\\*[0-9]+$", "") + "\n");
        } else if (text.equals("$I")) {
            answer("[VER:1.1h:]\r\n[OPT:V,15,128]\r\n");
        } else if (text.equals("$G")) {
            answer("[GC:G0 G54 G17 G21 G90 G94 M5 M9 T0 F0 S0]\r\n");
        }
        answer(ok);
    }

    private void answer(String said) {
        byte[] out = said.getBytes(StandardCharsets.US_ASCII);
        wireOut = Math.max(wireIn, wireOut) + out.length * byteNanos;
        due.add(new Due(wireOut + latency, out));
    }

    private void say() {
        try {
            while (!closed) {
                Due next = due.take();
                for (long left = next.at() - System.nanoTime(); left > 0; left = next.at() - System.nanoTime()) {
                    if (left > SPIN_NANOS) {
                        LockSupport.parkNanos(left - SPIN_NANOS);
                    } else {
                        Thread.onSpinWait();
                    }
                }
                terminal.write(next.said(), 0, next.said().length);
            }
        } catch (Fault e) {
            if (!closed) {
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        due.add(new Due(0, new byte[0]));
        terminal.close();
    }
}
