package org.commonwright.machine;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what another thread or process does, and gives up where a hang would otherwise hold up the whole suite.
public final class Waiting {
    private static final long PATIENCE = 120_000_000_000L;
    private static final long PAUSE = 1_000_000L;

    private Waiting() {}

    /// @param what is named when it never comes true
    public static void until(BooleanSupplier condition, String what) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > PATIENCE) {
                throw new AssertionError("waited in vain: " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
