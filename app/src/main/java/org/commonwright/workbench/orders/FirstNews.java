package org.commonwright.workbench.orders;

import java.util.concurrent.atomic.AtomicBoolean;
import org.commonwright.task.Progress;

/// Tells once when work first says how far it is: then a run's start is on record and worth showing.
final class FirstNews implements Progress {
    private final Progress watch;
    private final Runnable tell;
    private final AtomicBoolean told = new AtomicBoolean();

    FirstNews(Progress watch, Runnable tell) {
        this.watch = watch;
        this.tell = tell;
    }

    @Override
    public void update(double fraction) {
        if (!told.getAndSet(true)) {
            tell.run();
        }
        watch.update(fraction);
    }

    @Override
    public void say(String key, Object... arguments) {
        watch.say(key, arguments);
    }

    @Override
    public boolean cancelled() {
        return watch.cancelled();
    }
}
