package org.commonwright.workbench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// The window's thread for benchmarks: started once in a process, asked from outside, and watched.
public final class BenchWindow {
    private BenchWindow() {}

    /// Starts it without a display; does nothing when it is there.
    public static void start() throws InterruptedException {
        if (System.getProperty("glass.platform") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Platform.setImplicitExit(false);
        var started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await();
        } catch (IllegalStateException _) {
            // Another benchmark started it.
            started.countDown();
        }
    }

    /// Does something on the window's thread and waits for it.
    public static <T> T on(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

    /// Waits until the condition, which is asked on the window's thread, holds.
    public static void until(BooleanSupplier condition) throws InterruptedException {
        while (!on(condition::getAsBoolean)) {
            Thread.sleep(5);
        }
    }

    /// Bytes in use after collecting what is not.
    public static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// The longest time from one pulse of the window to the next, sixty of which make a second when nothing holds it up; and the
    /// most of it that its thread itself worked, whatever else the machine did meanwhile.
    public static final class Pulses extends AnimationTimer {
        private long last;
        private long lastCpu;
        private double longest;
        private double longestWork;

        @Override
        public void handle(long now) {
            long at = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (last != 0) {
                longest = Math.max(longest, (at - last) / 1e6);
                longestWork = Math.max(longestWork, (cpu - lastCpu) / 1e6);
            }
            last = at;
            lastCpu = cpu;
        }

        /// In ms since this was last asked; on the window's thread.
        public double longest() {
            handle(0);
            double so = longest;
            longest = 0;
            return so;
        }

        /// As [#longest()], only what the thread worked.
        public double longestWork() {
            double so = longestWork;
            longestWork = 0;
            return so;
        }
    }
}
