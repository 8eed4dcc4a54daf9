package org.commonwright.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.commonwright.machine.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ctrl+C (or a plain kill) while a machine runs: the process ends only after the machine was stopped in order and the journal
/// and the outcome were written.
final class Interrupts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Interrupts.class);
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch finished = new CountDownLatch(1);

    void abortOnExit(Session session) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            if (finished.getCount() > 0) {
                session.abort();
                awaitFinished();
            }
        }));
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
