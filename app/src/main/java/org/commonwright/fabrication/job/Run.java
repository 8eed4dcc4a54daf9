package org.commonwright.fabrication.job;

import org.jspecify.annotations.Nullable;

/// One run as the records know it.
///
/// @param end null while it runs, or when nobody recorded its end
public record Run(RunStarted start, @Nullable RunEnded end) {
    /// Its name under the job: `<epoch>.<run>`.
    public String name() {
        return start.epoch() + "." + start.run();
    }

    /// Whether a person declared its piece scrap.
    public boolean isScrap() {
        return end != null && end.outcome() == Outcome.SCRAP;
    }

    boolean completed() {
        return end != null && end.outcome() == Outcome.COMPLETED;
    }
}
