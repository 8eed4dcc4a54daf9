package org.commonwright.task;

/// Time that passes before something is looked at again, where nothing could wake whoever waits for it: a port of the system,
/// a host, another program.
public final class Pause {
    private static final long LOOK_MS = 50;

    private Pause() {}

    /// @throws InterruptedException at once when the thread is interrupted
    public static void millis(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    /// @throws CancelledFault within moments when a person cancelled
    public static void millis(long millis, Progress progress) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        progress.check();
        for (long left = millis; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            Thread.sleep(Math.min(left, LOOK_MS));
            progress.check();
        }
    }
}
