package org.commonwright.fabrication.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// `run.started`: the gate is passed and the first byte is about to go to the machine.
///
/// @param run number of the run under this claim, from 1
/// @param sha256 hash of the file that is run
/// @param piece which piece of the job it makes, or goes on with, from 1; 0 where an older program did not say
public record RunStarted(String job, int epoch, int run, String machine, String sha256, long piece, Instant at) {
    public static final String KIND = "run.started";

    public ObjectNode toBody() {
        ObjectNode body = Body.create().put("job", job).put("epoch", epoch).put("run", run).put("machine", machine)
                .put("sha256", sha256).put("at", at.toString());
        return piece > 0 ? body.put("piece", piece) : body;
    }

    static RunStarted of(JsonNode node) {
        Body body = Body.of(node);
        return new RunStarted(body.job(), body.epoch(), (int) Math.min(Integer.MAX_VALUE, body.positive("run")),
                body.text("machine"), body.text("sha256"), body.notNegativeOrZero("piece"), body.instant("at"));
    }
}
