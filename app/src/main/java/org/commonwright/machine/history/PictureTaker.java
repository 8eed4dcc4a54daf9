package org.commonwright.machine.history;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.files.AtomicFiles;
import org.commonwright.machine.card.Camera;
import org.commonwright.task.Threads;
import org.jspecify.annotations.Nullable;

/// Takes a picture now and then while a run goes on, into a folder: together they are a time-lapse. A camera that does not answer
/// never holds up the machine; after some failures in a row it is left alone.
final class PictureTaker implements AutoCloseable {
    private static final int MOST = 5000;
    private static final long MOST_BYTES = 1L << 30;
    private static final int FAILURES = 5;
    /// So long a picture that is on its way at the end of a run may still take.
    private static final int JOIN_MILLIS = 2000;

    private final Camera camera;
    private final Path folder;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Threads.named("machine-camera", this::take);
    private volatile int taken;
    private volatile @Nullable Problem trouble;

    PictureTaker(Camera camera, Path folder) {
        this.camera = camera;
        this.folder = folder;
    }

    void start() {
        if (camera.isThere()) {
            thread.start();
        }
    }

    int taken() {
        return taken;
    }

    Optional<Problem> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void take() {
        long bytes = 0;
        int failures = 0;
        HttpClient client = Snapshot.client();
        try {
            do {
                try {
                    byte[] picture = Snapshot.take(client, camera);
                    AtomicFiles.replace(folder.resolve(String.format(Locale.ROOT, "%05d.jpg", taken + 1)), picture);
                    taken++;
                    bytes += picture.length;
                    failures = 0;
                } catch (Fault fault) {
                    failures++;
                    trouble = new Problem(Problem.Severity.WARNING, fault.code(), fault.arguments(), null);
                }
            } while (failures < FAILURES && taken < MOST && bytes < MOST_BYTES
                    && !closing.await(camera.seconds(), TimeUnit.SECONDS));
        } catch (InterruptedException _) {
            if (taken == 0 && trouble == null) {
                trouble = Problem.warning(null, "history.picture-late", camera.shown());
            }
            Thread.currentThread().interrupt();
        } finally {
            client.shutdownNow();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(JOIN_MILLIS);
            thread.interrupt();
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
