package org.commonwright.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.commonwright.model.ContentId;

/// Something to say: what [RecordStore#append(java.util.List)] makes an [Entry] of.
public record NewEntry(String kind, JsonNode body, List<ContentId> cites) {
    public NewEntry(String kind, JsonNode body) {
        this(kind, body, List.of());
    }
}
