package org.commonwright.fabrication.job;

import com.fasterxml.jackson.databind.JsonNode;
import org.commonwright.record.Entry;

/// One verified entry of somebody's log, as far as jobs matter.
///
/// @param id the entry's hash
/// @param kind such as `job.claimed`
/// @param author the fingerprint of the key that signed it
/// @param body what it says (docs/formats/orders.md)
public record Fact(String id, String kind, String author, JsonNode body) {
    public static Fact of(Entry entry) {
        return new Fact(entry.id().hex(), entry.kind(), entry.author().fingerprint(), entry.body());
    }
}
