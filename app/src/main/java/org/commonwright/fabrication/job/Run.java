package org.commonwright.fabrication.job;

import org.jspecify.annotations.Nullable;

/// One run as the records know it.
///
/// @param end null while it runs, or when nobody recorded its end
public record Run(RunStarted start, @Nullable RunEnded end) {
    boolean completed() {
        return end != null && end.outcome() == Outcome.COMPLETED;
    }
}
