package org.commonwright.machine.host.practice;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.commonwright.machine.host.practice.PracticeHost.Answer;
import org.commonwright.machine.host.practice.PracticeHost.Request;
import org.commonwright.machine.host.practice.PracticeJob.State;

/// Answers as Moonraker's documents say ("External API").
final class PracticeMoonraker {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String START = "/printer/print/start?filename=";

    private PracticeMoonraker() {}

    static Answer uploaded(String path) {
        ObjectNode body = JSON.createObjectNode().put("print_started", false).put("action", "create_file");
        body.putObject("item").put("path", path).put("root", "gcodes");
        return new Answer(201, body);
    }

    static Answer answer(Request request, PracticeJob job, Map<String, Long> files) {
        return switch (request.method() + " " + request.path()) {
            case "GET /server/info" -> result(JSON.createObjectNode().put("klippy_connected", true)
                    .put("klippy_state", job.state() == State.SHUTDOWN ? "shutdown" : "ready")
                    .put("moonraker_version", "v0.9.3-0-g71f9e67"));
            case "GET /printer/info" -> result(JSON.createObjectNode().put("state", "ready")
                    .put("state_message", job.state() == State.SHUTDOWN ? "Shutdown due to webhooks request" : "ready")
                    .put("software_version", "v0.12.0-85-gd785b396"));
            case "POST /printer/objects/query" -> result(objects(job));
            case "POST /printer/print/pause" -> ok(job::pause);
            case "POST /printer/print/resume" -> ok(job::resume);
            case "POST /printer/print/cancel" -> ok(job::cancel);
            case "POST /printer/emergency_stop" -> ok(job::shutdown);
            default -> request.path().startsWith(START)
                    ? start(URLDecoder.decode(request.path().substring(START.length()), StandardCharsets.UTF_8), job,
                            files)
                    : error(404, "Not Found");
        };
    }

    private static Answer start(String file, PracticeJob job, Map<String, Long> files) {
        Long size = files.get(file);
        if (size == null) {
            return error(400, "Unable to open file");
        }
        if (job.state().isUnderWay() || job.state() == State.SHUTDOWN) {
            return error(400, "SD busy");
        }
        job.start(file, size);
        return ok(() -> {});
    }

    private static Answer ok(Runnable what) {
        what.run();
        return new Answer(200, JSON.createObjectNode().put("result", "ok"));
    }

    private static Answer result(ObjectNode result) {
        ObjectNode body = JSON.createObjectNode();
        body.set("result", result);
        return new Answer(200, body);
    }

    private static Answer error(int status, String message) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error").put("code", status).put("message", message);
        return new Answer(status, body);
    }

    private static ObjectNode objects(PracticeJob job) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode status = body.putObject("status");
        State state = job.state();
        status.putObject("print_stats").put("filename", job.file()).put("state", state.name().toLowerCase(Locale.ROOT))
                .put("print_duration", job.seconds()).put("total_duration", job.seconds()).put("message", "");
        status.putObject("virtual_sdcard").put("progress", job.file().isEmpty() ? 0 : job.fraction());
        boolean warm = state.isUnderWay();
        status.putObject("extruder").put("temperature", job.nozzle()).put("target", warm ? job.nozzle() : 0);
        status.putObject("heater_bed").put("temperature", job.bed()).put("target", warm ? job.bed() : 0);
        return body;
    }
}
