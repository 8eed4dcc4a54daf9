package org.commonwright.task;

import java.util.function.BooleanSupplier;

/// What running work says, and how it learns that it should stop.
public interface Progress {
    /// For work that nobody watches.
    Progress NONE = silent(() -> false);

    /// @param fraction done so far, 0 to 1; negative when it cannot be known
    void update(double fraction);

    /// What is being done now: the key of a text and its arguments.
    void say(String key, Object... arguments);

    boolean cancelled();

    /// Call often in long work.
    ///
    /// @throws CancelledFault when a person cancelled
    default void check() {
        if (cancelled()) {
            throw new CancelledFault();
        }
    }

    /// For a part of the work whose own steps would only confuse: it can be cancelled with the whole, and says nothing.
    default Progress silently() {
        return silent(this::cancelled);
    }

    /// Says nothing to anybody.
    ///
    /// @param cancelled whether the work should stop; asked from the thread that works
    static Progress silent(BooleanSupplier cancelled) {
        return new Progress() {
            @Override
            public void update(double fraction) {}

            @Override
            public void say(String key, Object... arguments) {}

            @Override
            public boolean cancelled() {
                return cancelled.getAsBoolean();
            }
        };
    }
}
