package org.commonwright.fabrication.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.commonwright.error.Fault;
import org.commonwright.machine.MachineListener;
import org.commonwright.machine.history.LogText;
import org.commonwright.machine.protocol.RunOutcome;

/// What was said both ways while a piece was made, each line with the seconds since the start. Heard on the machine's own
/// thread; never holds it up.
final class RunTraffic implements MachineListener {
    private static final int HEAD = 256 << 10;
    private static final int TAIL = 500 << 10;
    private static final int LONGEST = 1000;
    private static final int PATIENCE_SECONDS = 5;

    private final InstantSource clock;
    private final Instant start;
    private final HeadAndTail lines = new HeadAndTail(HEAD, TAIL);
    private final CountDownLatch ended = new CountDownLatch(1);

    RunTraffic(InstantSource clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    @Override
    public void sent(String line) {
        add("> ", line);
    }

    @Override
    public void received(String line) {
        add("< ", line);
    }

    @Override
    public void leftOut(int missed) {
        add("# ", missed + " lines were not noted");
    }

    @Override
    public void ended(RunOutcome outcome) {
        ended.countDown();
    }

    @Override
    public void disconnected(Fault reason) {
        add("# ", "the link is gone: " + reason.code());
    }

    /// Waits until everything up to the run's end was heard: it is told on another thread.
    void awaitEnd() {
        // An interrupt stops the run; how that went belongs into the log, too.
        boolean interrupted = Thread.interrupted();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                add("# ", "what was said last was not noted in time");
            }
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized long leftOut() {
        return lines.leftOut();
    }

    synchronized void appendTo(StringBuilder out) {
        lines.appendTo(out);
    }

    private synchronized void add(String sign, String line) {
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        String plain = LogText.plain(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
        lines.add(String.format(Locale.ROOT, "%9.3f %s%s", seconds, sign, plain));
    }
}
