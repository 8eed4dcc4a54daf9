package org.commonwright.review.comment;

import java.time.Instant;
import java.util.Optional;
import org.commonwright.governance.Decider;
import org.commonwright.model.ContentId;

/// Something that one person said in a thread.
///
/// @param entry the record that said it
/// @param by whose key signed it
/// @param time by the author's clock; for people, never for order
/// @param text as it was last put by its author; empty once withdrawn
/// @param suggestion what should stand there instead
/// @param edited whether the author changed the text
/// @param withdrawn whether the author took it back
public record Remark(ContentId entry, Decider by, Instant time, String text, Optional<String> suggestion,
        boolean edited, boolean withdrawn) {
    Remark saying(String other) {
        return withdrawn ? this : new Remark(entry, by, time, other, suggestion, true, false);
    }

    Remark takenBack() {
        return new Remark(entry, by, time, "", Optional.empty(), edited, true);
    }
}
