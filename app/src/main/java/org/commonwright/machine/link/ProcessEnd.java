package org.commonwright.machine.link;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.commonwright.task.Threads;

/// Work for when the process ends, that can be taken back.
final class ProcessEnd {
    private ProcessEnd() {}

    /// @param register takes a thread that is started at the end
    static Runnable before(Runnable work, Consumer<Thread> register) {
        var held = new AtomicReference<>(work);
        register.accept(Threads.atEnd("process-end", () -> held.getAndSet(() -> {}).run()));
        return () -> held.set(() -> {});
    }
}
