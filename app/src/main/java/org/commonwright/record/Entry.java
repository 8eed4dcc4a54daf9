package org.commonwright.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commonwright.model.AgentId;
import org.commonwright.model.ContentId;

/// One thing that an agent said, signed with their log. Never changed afterwards; a later entry may say otherwise.
///
/// @param id the SHA-256 of its canonical bytes
/// @param author whose log it is in
/// @param time when the author's clock said it was: for people, never for order
/// @param kind what it is, such as `order` or `vote.stance`; small letters, digits, dots and dashes
/// @param previous the author's entry before it, where there is one
/// @param cites the entries that it follows or answers, besides `previous`
/// @param body what it says; treat it as immutable
public record Entry(
        ContentId id,
        AgentId author,
        Instant time,
        String kind,
        Optional<ContentId> previous,
        List<ContentId> cites,
        JsonNode body) {

    /// Whether this entry, or one of its kind's family (`order` covers `order.placed`), is meant.
    public boolean isKind(String family) {
        return kind.equals(family) || kind.startsWith(family + ".");
    }
}
