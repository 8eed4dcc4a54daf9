package org.commonwright.machine.host;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.Pause;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// One program on a host, from the upload to the end. What the host says decides; where it says nothing certain, the outcome is
/// failed with a sentence that says what to look at.
public final class HostRun {
    private static final long LOOK_MS = 500;
    /// So many times its patience a host may be away while it runs a program.
    private static final int AWAY = 4;
    /// So long is waited for a word of the host once an abort was asked for.
    private static final long ABORT_PATIENCE = TimeUnit.SECONDS.toNanos(3);

    private final HostApi api;
    private final HostAddress address;
    private final Watcher told;
    private final long patience;
    private final BooleanSupplier letGo;
    private HostJob last = HostJob.NONE;
    private boolean seenRunning;
    private boolean cancelling;
    private boolean interrupted;
    private double seconds = -1;
    private double fraction = -1;

    /// Hears how the machine is.
    @FunctionalInterface
    public interface Watcher {
        void status(HostStatus status);
    }

    /// @param patience for one answer, and for the program to begin
    /// @param letGo whether the host was let go of: then what its machine does goes on, unwatched
    HostRun(HostApi api, HostAddress address, Watcher told, Duration patience, BooleanSupplier letGo) {
        this.api = api;
        this.address = address;
        this.told = told;
        this.patience = patience.toNanos();
        this.letGo = letGo;
    }

    HostOutcome run(Program program, Progress progress) {
        HostStatus before = api.status(progress);
        if (before.state() != HostState.READY) {
            throw new Fault(before.state().isBusy() ? "hosts.busy" : "hosts.not-ready", address, before.words());
        }
        last = before.job();
        progress.say("hosts.uploading", program.name());
        String path = api.upload(program, progress);
        progress.say("hosts.watching", path);
        start(path, progress.silently());
        try {
            return watch(path, progress);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// An answer that does not come may mean that it began all the same: the state tells.
    private void start(String path, Progress progress) {
        try {
            api.start(path, progress);
        } catch (Fault fault) {
            if (!Set.of("hosts.silent", "hosts.broke", "task.cancelled").contains(fault.code())) {
                throw fault;
            }
        }
    }

    private HostOutcome watch(String path, Progress progress) {
        long began = System.nanoTime();
        long heard = began;
        while (true) {
            interrupted |= Thread.interrupted();
            if (letGo.getAsBoolean()) {
                return failed(path, "hosts.let-go", path, address);
            }
            if (interrupted || progress.cancelled()) {
                heard = cancelling ? heard : System.nanoTime();
                cancel();
            }
            try {
                HostStatus now = api.status(cancelling ? soon() : progress.silently());
                heard = System.nanoTime();
                told.status(now);
                HostOutcome end = end(path, now, heard - began);
                if (end != null) {
                    return end;
                }
                progress.update(Math.max(0, now.job().fraction()));
            } catch (Fault _) {
                // A host that restarts or a network that is away for a moment does not end what the machine does.
                long most = cancelling ? Math.min(ABORT_PATIENCE, patience * AWAY) : patience * AWAY;
                if (System.nanoTime() - heard > most) {
                    return failed(path, cancelling ? "hosts.lost-sight-aborting" : "hosts.lost-sight", path, address);
                }
            }
            rest();
        }
    }

    /// @return null while it goes on
    private @Nullable HostOutcome end(String path, HostStatus now, long since) {
        HostJob job = now.job();
        boolean mine = job.file().equals(path);
        if (mine && job.phase().isUnderWay()) {
            seenRunning = true;
            seconds = job.seconds();
            fraction = job.fraction();
            return null;
        }
        if (now.state() == HostState.ERROR) {
            return failed(path, "hosts.machine-error", address, now.words());
        }
        if (isLast(job)) {
            return since > patience ? failed(path, "hosts.not-begun", address, now.words()) : null;
        }
        if (mine && job.phase() == HostJob.Phase.COMPLETE) {
            seconds = job.seconds() >= 0 ? job.seconds() : seconds;
            fraction = 1;
            return outcome(new RunOutcome.Completed(), path);
        }
        if (mine && job.phase() == HostJob.Phase.FAILED) {
            return failed(path, "hosts.job-failed", address, now.words());
        }
        boolean stopped = mine && job.phase() == HostJob.Phase.CANCELLED || seenRunning;
        if (stopped) {
            return cancelling
                    ? outcome(new RunOutcome.Aborted(), path)
                    : failed(path, mine || job.file().isEmpty() ? "hosts.stopped-there" : "hosts.other-job", address,
                            job.file());
        }
        return since > patience ? failed(path, "hosts.not-begun", address, now.words()) : null;
    }

    /// A host goes on saying how its last run of a file ended until the next begins: such an end is not this run's.
    private boolean isLast(HostJob job) {
        return !seenRunning && job.file().equals(last.file()) && job.phase() == last.phase()
                && job.seconds() == last.seconds();
    }

    private HostOutcome failed(String path, String key, Object... arguments) {
        return outcome(new RunOutcome.Failed(Problem.error(null, key, arguments)), path);
    }

    private HostOutcome outcome(RunOutcome.End end, String path) {
        return new HostOutcome(end, path, fraction, seconds);
    }

    /// Asked for once more each time round until the host has stopped: the first may have been lost.
    private void cancel() {
        cancelling = true;
        try {
            api.cancel(soon());
        } catch (Fault _) {
            // The next look at the state says whether it stopped.
        }
    }

    /// A host that hangs must not hold up an abort: it is given up after a short while.
    private static Progress soon() {
        long end = System.nanoTime() + ABORT_PATIENCE;
        return Progress.silent(() -> System.nanoTime() - end > 0);
    }

    private void rest() {
        try {
            Pause.millis(LOOK_MS);
        } catch (InterruptedException _) {
            interrupted = true;
        }
    }
}
