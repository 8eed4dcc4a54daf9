package org.commonwright.task;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// The threads of the program. Each has a name, so that who looks at a hanging process sees whose it is, and none keeps the
/// process from ending.
public final class Threads {
    private Threads() {}

    /// A thread that is not started yet.
    public static Thread named(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name(name).unstarted(work);
    }

    /// A thread that runs from now on.
    public static Thread start(String name, Runnable work) {
        Thread thread = named(name, work);
        thread.start();
        return thread;
    }

    /// For the end of the process: whoever ends it starts this, and waits for it.
    public static Thread atEnd(String name, Runnable work) {
        return Thread.ofPlatform().name(name).unstarted(work);
    }

    /// One after the other, on one thread.
    public static ExecutorService one(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    /// One after the other, on one thread, each when its time has come.
    public static ScheduledExecutorService later(String name) {
        return Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    /// So many at once; what comes while all are busy waits.
    public static ExecutorService some(int most, String name) {
        return Executors.newFixedThreadPool(most, Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    }

    /// As many at once as there is work.
    static ExecutorService asMany(String name) {
        return Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    }
}
