package org.commonwright.machine.pty;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.commonwright.error.Fault;
import org.commonwright.machine.link.Link;
import org.jspecify.annotations.Nullable;

/// A pseudo-terminal: this is its machine's end, and [#path()] is a serial port that any program may open, close and open
/// again. Closing this end is what pulling a plug is to the other one. Linux and macOS.
public final class PseudoTerminal implements Link {
    private static final int SLICE_MILLIS = 100;
    private static final int BUFFER = 65_536;

    private final Posix posix;
    private final String path;
    private final int master;
    /// Held open here too, so that the master stays readable while no other program has the terminal open.
    private final int slave;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment in = arena.allocate(BUFFER);
    private final MemorySegment out = arena.allocate(BUFFER);
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;
    private volatile @Nullable Fault lost;

    private PseudoTerminal(Posix posix, String path, int master, int slave) {
        this.posix = posix;
        this.path = path;
        this.master = master;
        this.slave = slave;
    }

    /// @throws Fault `machine.no-pty` where the system has none
    public static PseudoTerminal open() {
        if (System.getProperty("os.name").startsWith("Windows")) {
            throw new Fault("machine.no-pty", System.getProperty("os.name"));
        }
        var posix = new Posix();
        int master = check(posix.openMaster());
        check(posix.grant(master));
        check(posix.unlock(master));
        String path = posix.slaveName(master);
        int slave = check(posix.openTerminal(path));
        check(posix.makeRaw(slave));
        return new PseudoTerminal(posix, path, master, slave);
    }

    private static int check(Posix.Result result) {
        if (result.value() < 0) {
            throw new Fault("machine.no-pty", System.getProperty("os.name") + ", errno " + result.errno());
        }
        return (int) result.value();
    }

    /// The device that other programs open.
    public String path() {
        return path;
    }

    @Override
    public String name() {
        return path;
    }

    @Override
    public int read(byte[] buffer, int timeoutMillis) {
        long end = System.nanoTime() + timeoutMillis * 1_000_000L;
        do {
            // In slices, so that a close need not wait for long.
            long left = (end - System.nanoTime()) / 1_000_000L;
            int n = readSlice(buffer, Math.clamp(left, 0, SLICE_MILLIS));
            if (n != 0) {
                return n;
            }
        } while (System.nanoTime() < end);
        return 0;
    }

    private int readSlice(byte[] buffer, int millis) {
        open.readLock().lock();
        try {
            if (closed) {
                return -1;
            }
            Posix.Result ready = posix.await(master, Posix.READABLE, millis);
            if (ready.value() == 0 || ready.errno() == Posix.EINTR) {
                return 0;
            }
            Posix.Result got = posix.read(master, in.asSlice(0, Math.min(buffer.length, BUFFER)));
            if (got.value() <= 0) {
                boolean again = got.errno() == Posix.EINTR || got.errno() == Posix.EAGAIN;
                return again ? 0 : lost();
            }
            MemorySegment.copy(in, ValueLayout.JAVA_BYTE, 0, buffer, 0, (int) got.value());
            return (int) got.value();
        } finally {
            open.readLock().unlock();
        }
    }

    private int lost() {
        lost = new Fault("machine.link-lost", path);
        return -1;
    }

    /// One thread may write.
    @Override
    public void write(byte[] bytes, int offset, int length) {
        int at = 0;
        while (at < length) {
            open.readLock().lock();
            try {
                if (closed) {
                    throw new Fault("machine.link-lost", path);
                }
                if (posix.await(master, Posix.WRITABLE, SLICE_MILLIS).value() == 0) {
                    continue;
                }
                int n = Math.min(length - at, BUFFER);
                MemorySegment.copy(bytes, offset + at, out, ValueLayout.JAVA_BYTE, 0, n);
                Posix.Result put = posix.write(master, out.asSlice(0, n));
                if (put.value() < 0 && put.errno() != Posix.EINTR && put.errno() != Posix.EAGAIN) {
                    lost();
                    throw new Fault("machine.link-lost", path);
                }
                at += (int) Math.max(0, put.value());
            } finally {
                open.readLock().unlock();
            }
        }
    }

    @Override
    public Optional<Fault> closedReason() {
        return Optional.ofNullable(lost);
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                posix.close(slave);
                posix.close(master);
                arena.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
