package org.commonwright.fabrication.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// `job.released`: whoever held the claim gives the job back, so that the next epoch may be claimed.
public record ReleaseRecord(String job, int epoch, String reason) {
    public static final String KIND = "job.released";

    public ObjectNode toBody() {
        return Body.create().put("job", job).put("epoch", epoch).put("reason", reason);
    }

    static ReleaseRecord of(JsonNode node) {
        Body body = Body.of(node);
        return new ReleaseRecord(body.job(), body.epoch(), body.textOrEmpty("reason"));
    }
}
