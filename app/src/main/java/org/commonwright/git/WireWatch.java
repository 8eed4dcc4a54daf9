package org.commonwright.git;

import java.io.IOException;
import java.time.Duration;
import org.commonwright.task.Pause;
import org.commonwright.task.Progress;
import org.commonwright.task.Threads;
import org.jspecify.annotations.Nullable;

/// Looks after one thread that speaks to a host by a wire on which reading and writing may take for ever. It is taken off the wire
/// when a person cancelled, or when nothing moved for too long; it is interrupted nowhere else, so that no file of ours is closed
/// under it.
final class WireWatch implements AutoCloseable {
    private static final int LOOK_AGAIN_MS = 25;

    private final Duration patience;
    private final Progress progress;
    private final ProgressBridge work;
    private @Nullable Thread waiting;
    private long since;
    private boolean interrupted;
    private boolean ended;
    private boolean sent;
    private boolean cut;
    private @Nullable IOException why;

    /// @param patience how long one reading or writing may take
    /// @param work what JGit is told to report its work to
    WireWatch(Duration patience, Progress progress, ProgressBridge work) {
        this.patience = patience;
        this.progress = progress;
        this.work = work;
    }

    /// From here on until [#close].
    void start() {
        Threads.start("git-wire", this::look);
    }

    @Override
    public synchronized void close() {
        ended = true;
    }

    /// For whatever waits for the host, and sends nothing.
    <T> T await(GitIo.Access<T> access) throws IOException {
        begin();
        try {
            return access.run();
        } catch (IOException e) {
            throw reason(e);
        } finally {
            end();
        }
    }

    /// Reading. What JGit began to pack and did not finish will not be answered, since the host waits for the rest: JGit listens
    /// all the same, in the hope of hearing why.
    int read(GitIo.Access<Integer> access) throws IOException {
        synchronized (this) {
            if (sent && !cut && work.isAtWork()) {
                throw new Unfinished();
            }
            sent = false;
        }
        return await(access);
    }

    void write(GitIo.Access<@Nullable Void> access) throws IOException {
        try {
            await(access);
            synchronized (this) {
                sent = true;
            }
        } catch (IOException e) {
            synchronized (this) {
                cut = true;
            }
            throw e;
        }
    }

    private synchronized void begin() throws IOException {
        if (why != null) {
            throw why;
        }
        waiting = Thread.currentThread();
        since = System.nanoTime();
    }

    private synchronized void end() {
        waiting = null;
        if (interrupted) {
            interrupted = false;
            Thread.interrupted();
        }
    }

    private synchronized IOException reason(IOException met) {
        return why == null ? met : why;
    }

    private void look() {
        try {
            while (goesOn(progress.cancelled())) {
                Pause.millis(LOOK_AGAIN_MS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean goesOn(boolean cancelled) {
        Thread there = waiting;
        if (!ended && there != null) {
            if (cancelled) {
                why = new IOException("cancelled");
            } else if (System.nanoTime() - since > patience.toNanos()) {
                why = new Silent(patience);
            }
            if (why != null) {
                interrupted = true;
                there.interrupt();
                // Once more when it waits still: it may have been between two waits of its own.
            }
        }
        return !ended;
    }

    /// The host said nothing, or took nothing, for too long.
    static final class Silent extends IOException {
        private static final long serialVersionUID = 1L;
        private final Duration waited;

        Silent(Duration waited) {
            super("no answer within " + waited.toSeconds() + " s");
            this.waited = waited;
        }

        Duration waited() {
            return waited;
        }
    }

    /// What was to be sent could not be read here.
    static final class Unfinished extends IOException {
        private static final long serialVersionUID = 1L;

        Unfinished() {
            super("what was to be sent could not be read");
        }
    }
}
