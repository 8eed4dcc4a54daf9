package org.commonwright.machine.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.files.Reason;
import org.commonwright.machine.MachineListener;
import org.commonwright.machine.card.PowerModel;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.RunOutcome;
import org.jspecify.annotations.Nullable;

/// Hears a run and keeps what was said both ways and the temperatures. Heard on the session's own thread; a disk that is full costs
/// the record, never the run.
final class RunRecorder implements MachineListener {
    private static final int PATIENCE_SECONDS = 5;

    private final long began = System.nanoTime();
    private final TrafficFile traffic;
    private final TemperatureFile temperatures;
    private final Path folder;
    private final UseMeter meter = new UseMeter();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Problem trouble;
    private boolean closed;

    RunRecorder(Path folder) throws IOException {
        this.folder = folder;
        this.traffic = new TrafficFile(folder.resolve("traffic.log.gz"));
        this.temperatures = new TemperatureFile(folder.resolve("temperatures.csv"));
    }

    @Override
    public void sent(String line) {
        add('>', line);
    }

    @Override
    public synchronized void received(String line) {
        add('<', line);
        meter.received(line, seconds());
    }

    @Override
    public void leftOut(int lines) {
        add('#', lines + " lines were not noted");
    }

    @Override
    public synchronized void status(MachineStatus status) {
        double now = seconds();
        meter.status(status, now);
        try {
            for (var heater : status.temperatures()) {
                if (!closed) {
                    temperatures.add(now, heater);
                }
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    @Override
    public void disconnected(Fault reason) {
        add('#', "the link is gone: " + reason.code());
    }

    @Override
    public void ended(RunOutcome outcome) {
        ended.countDown();
    }

    private synchronized void add(char sign, String line) {
        try {
            if (!closed && trouble == null) {
                traffic.add(seconds(), sign, line);
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    private void failed(IOException e) {
        trouble = Problem.warning(null, "history.incomplete", folder, Reason.of(e));
    }

    private double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    synchronized PowerModel.Use use() {
        return meter.use(seconds());
    }

    synchronized Optional<Problem> trouble() {
        return Optional.ofNullable(trouble);
    }

    /// Waits a moment until everything up to the run's end was heard, and closes the files.
    void finish() {
        boolean interrupted = Thread.interrupted();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                add('#', "what was said last was not noted in time");
            }
        } catch (InterruptedException _) {
            interrupted = true;
        }
        close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Closes the files.
    synchronized void close() {
        closed = true;
        try (traffic; temperatures) {
            meter.use(seconds());
        } catch (IOException e) {
            failed(e);
        }
    }
}
