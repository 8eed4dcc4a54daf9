package org.commonwright.machine.journal;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.commonwright.task.Threads;

/// What is known to be done, written as soon as it is known by a thread that never waits for the disk: after a `kill -9` it is there,
/// however long the disk takes to force what came before. Forcing it, against a power cut, is [Journal]'s.
final class DoneRecords {
    /// Between two records; so many are enough.
    private static final long PAUSE_NANOS = 20_000_000L;

    private final JournalFile file;
    private final Runnable wrote;
    private final Consumer<IOException> failed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = Threads.named("machine-journal-done", this::write);
    private volatile int executed;
    private volatile int doubted = Integer.MAX_VALUE;
    private volatile boolean told;
    private boolean closing;
    private int writtenExecuted;
    private int writtenDoubt = Integer.MAX_VALUE;

    /// @param wrote called after a record was written
    /// @param failed called when one could not be
    DoneRecords(JournalFile file, Runnable wrote, Consumer<IOException> failed) {
        this.file = file;
        this.wrote = wrote;
        this.failed = failed;
    }

    void start() {
        thread.start();
    }

    /// Every line up to this one is done.
    void executed(int line) {
        int most = Math.min(line, doubted);
        if (most > executed) {
            executed = most;
            tell();
        }
    }

    /// Nothing that comes after this line is certain, whatever was said.
    void doubted(int line) {
        if (line < doubted) {
            executed = Math.min(executed, line);
            doubted = line;
            tell();
        }
    }

    private void tell() {
        if (!told) {
            told = true;
            lock.lock();
            try {
                changed.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    private void write() {
        try {
            while (await()) {
                append();
            }
            append();
        } catch (IOException e) {
            failed.accept(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return false when no more will come
    private boolean await() throws InterruptedException {
        lock.lock();
        try {
            long rest = PAUSE_NANOS;
            while (!closing && rest > 0) {
                rest = changed.awaitNanos(rest);
            }
            while (!closing && !told) {
                changed.await();
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private void append() throws IOException {
        told = false;
        int doubt = doubted;
        int done = Math.min(executed, doubt);
        boolean doubts = doubt < writtenDoubt;
        if (doubts) {
            file.append(RecordLine.node("doubted").put("line", doubt));
            writtenDoubt = doubt;
        }
        if (done > writtenExecuted) {
            file.append(RecordLine.node("executed").put("line", done));
            writtenExecuted = done;
            wrote.run();
        } else if (doubts) {
            wrote.run();
        }
    }

    /// Writes what is left, and ends.
    void close() throws InterruptedException {
        stop();
        thread.join();
    }

    /// As [#close], without waiting for it.
    void stop() {
        lock.lock();
        try {
            closing = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
