package org.commonwright.workbench.tasks;

import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.task.TaskListener;

/// A listener from two lambdas.
public record Outcome<T>(Consumer<T> onDone, Consumer<Fault> onFailed,
        Runnable onCancelled) implements TaskListener<T> {
    public static <T> Outcome<T> of(Consumer<T> done, Consumer<Fault> failed) {
        return new Outcome<>(done, failed, () -> {});
    }

    public Outcome<T> whenCancelled(Runnable cancelled) {
        return new Outcome<>(onDone, onFailed, cancelled);
    }

    @Override
    public void done(T result) {
        onDone.accept(result);
    }

    @Override
    public void failed(Fault fault) {
        onFailed.accept(fault);
    }

    @Override
    public void cancelled() {
        onCancelled.run();
    }
}
