package org.commonwright.machine.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.Reason;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.task.Threads;
import org.jspecify.annotations.Nullable;

/// The journal of one run, forced to disk ahead of the wire: no byte of a line leaves before "may have been sent up to" that
/// line is on the disk. One thread writes; it permits lines in groups, as far ahead as the disk is slow, so that after the
/// first few lines the wire does not wait.
public final class Journal implements SendLog, AutoCloseable {
    private static final int LEAST_AHEAD = 16;
    private static final int MOST_AHEAD = 65_536;
    private static final long LOOK_AHEAD_NANOS = 60_000_000L;
    /// The shortest useful lines on a wire of 115,200 baud: what a disk's first answer is reckoned with.
    private static final double USUAL_RATE = 1000;
    /// What is known to be done is forced to the disk this much later at the latest.
    private static final long FORCED_NANOS = 200_000_000L;

    private final JournalHead head;
    private final Path path;
    private final JournalFile file;
    private final DoneRecords done;
    private final Thread thread = Threads.named("machine-journal", this::write);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile int permitted;
    private volatile int next = 1;
    private volatile int low;
    private volatile int signalled = -1;
    private volatile @Nullable Problem failure;
    private volatile Runnable wake = () -> {};
    private int ahead;
    private int lastFrom;
    private long lastBegun = System.nanoTime();
    private long forcedAt = System.nanoTime();
    private volatile boolean unforced;
    private boolean closing;
    private volatile @Nullable ObjectNode end;

    private Journal(JournalHead head, Path path, JournalFile file) throws IOException {
        this.head = head;
        this.path = path;
        this.file = file;
        this.done = new DoneRecords(file, this::wrote, this::failed);
        file.append(head.json());
        long begun = System.nanoTime();
        file.force();
        // A slow disk is known before the first line: the wire waits for it once, not in growing steps.
        this.ahead = linesIn(USUAL_RATE / 1e9, System.nanoTime() - begun);
    }

    /// Begins a journal: a copy of the program and the head are on the disk when this returns.
    ///
    /// @param folder where journals are kept; see [Journals]
    /// @throws Fault `machine.journal-failed` when the disk is full or the folder cannot be written
    public static Journal begin(Path folder, JournalHead head, Program program) {
        return begin(folder, head, program, JournalFile::create);
    }

    /// Makes the file of a journal.
    @FunctionalInterface
    interface Disk {
        /// @throws FileAlreadyExistsException when the name is taken
        JournalFile create(Path path) throws IOException;
    }

    static Journal begin(Path folder, JournalHead head, Program program, Disk disk) {
        try {
            Path copy = Journals.program(folder, program.hash());
            if (!Files.exists(copy)) {
                AtomicFiles.replace(copy, program.bytes());
            }
            Files.createDirectories(folder);
            for (int i = 1;; i++) {
                JournalHead named = i == 1 ? head : head.withId(head.id() + "-" + i);
                Path path = Journals.path(folder, named.id());
                try {
                    var journal = new Journal(named, path, disk.create(path));
                    journal.thread.start();
                    journal.done.start();
                    return journal;
                } catch (FileAlreadyExistsException _) {
                    // Two runs within one second: the next number is free.
                }
            }
        } catch (IOException e) {
            throw new Fault(e, "machine.journal-failed", folder, Reason.of(e));
        }
    }

    public JournalHead head() {
        return head;
    }

    public Path path() {
        return path;
    }

    @Override
    public int permitted() {
        return permitted;
    }

    @Override
    public void next(int line) {
        next = line;
        int threshold = low;
        if (line > threshold && threshold != signalled) {
            // Once per group is enough.
            signalled = threshold;
            signal();
        }
    }

    @Override
    public void executed(int line) {
        // A crash before it is written costs certainty about a few lines, never safety.
        done.executed(line);
    }

    @Override
    public void doubted(int line) {
        done.doubted(line);
    }

    private void wrote() {
        if (!unforced) {
            unforced = true;
            signal();
        }
    }

    /// The first reason counts; others follow from it.
    private void failed(IOException e) {
        Problem before = failure;
        failure = before != null
                ? before
                : Problem.error(null, "machine.journal-failed", path, String.valueOf(e.getMessage()));
        wake.run();
    }

    @Override
    public Optional<Problem> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void whenPermitted(Runnable newWake) {
        wake = newWake;
    }

    private void signal() {
        lock.lock();
        try {
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        try (file) {
            while (await()) {
                int from = next;
                long begun = System.nanoTime();
                boolean more = from > low && permitted < head.lines();
                int target = (int) Math.min(head.lines(), (long) from + ahead);
                if (more) {
                    file.append(RecordLine.node("sending").put("line", target));
                }
                long now = System.nanoTime();
                if (more || now - forcedAt >= FORCED_NANOS) {
                    // What is written meanwhile may not be forced with it.
                    unforced = false;
                    file.force();
                    forcedAt = now;
                }
                if (more) {
                    permit(target, from, begun);
                }
            }
            done.close();
            ObjectNode last = end;
            if (last != null) {
                file.append(last);
            }
            file.force();
        } catch (IOException e) {
            failed(e);
            done.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void permit(int target, int from, long begun) {
        int before = permitted;
        permitted = target;
        boolean starved = next > before;
        // When the wire had to wait there is nothing to measure, so look further ahead; but the first line waits always.
        double rate = (from - lastFrom) / (double) Math.max(1, begun - lastBegun);
        ahead = starved && before > 0
                ? Math.min(2 * ahead, MOST_AHEAD)
                : before == 0 ? ahead : linesIn(rate, System.nanoTime() - begun);
        low = target - ahead / 2;
        lastFrom = from;
        lastBegun = begun;
        if (starved) {
            wake.run();
        }
    }

    /// The lines that leave while the disk is written four times, or in 60 ms when that is more.
    ///
    /// @param rate in lines a nanosecond
    private static int linesIn(double rate, long forceNanos) {
        return (int) Math.clamp(rate * Math.max(LOOK_AHEAD_NANOS, 4 * forceNanos), LEAST_AHEAD, MOST_AHEAD);
    }

    /// @return false when the journal is being closed
    private boolean await() throws InterruptedException {
        lock.lock();
        try {
            while (!closing && !(next > low && permitted < head.lines())) {
                long rest = FORCED_NANOS - (System.nanoTime() - forcedAt);
                if (!unforced) {
                    changed.await();
                } else if (rest <= 0) {
                    break;
                } else {
                    changed.awaitNanos(rest);
                }
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    /// Writes how the run ended, and closes.
    ///
    /// @throws Fault `machine.journal-failed`
    public void end(RunOutcome outcome, Instant now) {
        end = RecordLine.node("ended").put("outcome", outcome.word()).put("sent", outcome.progress().sent())
                .put("acknowledged", outcome.progress().acknowledged()).put("executed", outcome.progress().executed())
                .put("resends", outcome.resends()).put("errors", outcome.errors().size()).put("at", now.toString());
        close();
        Problem problem = failure;
        if (problem != null) {
            throw new Fault(problem.code(), problem.arguments().toArray());
        }
    }

    /// Closes; without [#end] the run counts as unfinished.
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        // Only this thread touches the file: an interrupt of another one would close the channel under it.
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes the journal away again: nothing was sent.
    ///
    /// @throws Fault `machine.journal-failed`
    public void discard() {
        close();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new Fault(e, "machine.journal-failed", path, Reason.of(e));
        }
    }
}
