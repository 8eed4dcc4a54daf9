package org.commonwright.fabrication.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;

/// `run.ended`: what became of a run.
///
/// @param log the run's log
/// @param lines lines of the file
/// @param sent the last line that may have left for the machine; 0 when nothing did
/// @param executed lines that the machine is known to have executed
/// @param reason why it failed or is scrap; empty when it completed
public record RunEnded(String job, int epoch, int run, Outcome outcome, LogRef log, long seconds, long lines,
        long sent, long executed, String reason, Instant at) {
    public static final String KIND = "run.ended";

    public ObjectNode toBody() {
        ObjectNode body = Body.create().put("job", job).put("epoch", epoch).put("run", run)
                .put("outcome", outcome.token()).put("log_sha256", log.sha256());
        if (log.bytes() > 0) {
            body.put("log_bytes", log.bytes()).put("log_left_out", log.leftOut());
        }
        return body.put("seconds", seconds).put("lines", lines).put("sent", sent).put("executed", executed)
                .put("reason", reason).put("at", at.toString());
    }

    static RunEnded of(JsonNode node) {
        Body body = Body.of(node);
        String word = body.text("outcome");
        Outcome outcome = Arrays.stream(Outcome.values()).filter(o -> o.token().equals(word)).findFirst()
                .orElseThrow(() -> body.bad("outcome"));
        var log = new LogRef(body.textOrEmpty("log_sha256"), body.notNegativeOrZero("log_bytes"),
                body.notNegativeOrZero("log_left_out"));
        return new RunEnded(body.job(), body.epoch(), (int) Math.min(Integer.MAX_VALUE, body.positive("run")), outcome,
                log, body.notNegative("seconds"), body.notNegative("lines"), body.notNegative("sent"),
                body.notNegative("executed"), body.textOrEmpty("reason"), body.instant("at"));
    }
}
