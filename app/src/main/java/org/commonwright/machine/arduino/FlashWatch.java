package org.commonwright.machine.arduino;

import org.commonwright.task.Progress;

/// Hears how far writing is, on the thread that writes.
public interface FlashWatch {
    /// For those who do not look.
    FlashWatch NONE = (_, _) -> {};

    /// @param fraction of this stage, from 0 to 1
    void at(FlashStage stage, double fraction);

    /// Tells a progress, in words too.
    static FlashWatch to(Progress progress) {
        return (stage, fraction) -> {
            progress.say(stage.key());
            progress.update(stage == FlashStage.CONNECTING ? -1 : (stage.ordinal() - 1 + fraction) / 2);
        };
    }
}
