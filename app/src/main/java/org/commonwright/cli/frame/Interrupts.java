package org.commonwright.cli.frame;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.commonwright.machine.Session;
import org.commonwright.task.Progress;
import org.commonwright.task.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ctrl+C (or a plain kill) while a machine runs: the process ends only after the machine was stopped in order and the journal
/// and the outcome were written.
public final class Interrupts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Interrupts.class);
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch finished = new CountDownLatch(1);

    /// Keeps the process until the outcome is told; the session itself stops the machine.
    public void waitOnExit(Session session) {
        session.whenProcessEnds(this::awaitFinished);
    }

    /// Brings whatever moves to a stand, and keeps the process until then.
    public void stopOnExit(Session session) {
        session.whenProcessEnds(() -> {
            if (session.lost().isEmpty()) {
                session.abort();
            }
            awaitFinished();
        });
    }

    /// The same progress, but cancelled as soon as the process is asked to end; the end waits until this is closed.
    public Progress cancelledOnExit(Progress progress) {
        var asked = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(Threads.atEnd("interrupted", () -> {
            if (finished.getCount() > 0) {
                asked.set(true);
                awaitFinished();
            }
        }));
        return new Progress() {
            @Override
            public void update(double fraction) {
                progress.update(fraction);
            }

            @Override
            public void say(String key, Object... arguments) {
                progress.say(key, arguments);
            }

            @Override
            public boolean cancelled() {
                return asked.get() || progress.cancelled();
            }
        };
    }

    private void awaitFinished() {
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the machine did not come to an end in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Everything is written: the process may end.
    @Override
    public void close() {
        finished.countDown();
    }
}
