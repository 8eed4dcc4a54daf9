package org.commonwright.fabrication.job;

import java.util.Optional;
import org.commonwright.model.ContentId;

/// What a run's record says of its log.
///
/// @param sha256 hash of the log as it was recorded; empty when the run left none
/// @param bytes how long it is; 0 where an older program recorded only the hash, and the log stayed where it was made
/// @param leftOut how many bytes of a longer log were left out between its beginning and its end
public record LogRef(String sha256, long bytes, long leftOut) {
    public static final LogRef NONE = new LogRef("", 0, 0);

    /// Empty when there is no log, or the record names none that there could be.
    public Optional<ContentId> id() {
        return sha256.matches("[0-9a-f]{64}") ? Optional.of(new ContentId(sha256)) : Optional.empty();
    }
}
