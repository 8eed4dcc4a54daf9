package org.commonwright.machine.host.practice;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.commonwright.machine.host.practice.PracticeHost.Answer;
import org.commonwright.machine.host.practice.PracticeHost.Request;
import org.commonwright.machine.host.practice.PracticeJob.State;

/// Answers as OctoPrint's documents say (docs.octoprint.org, "REST API").
final class PracticeOctoPrint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILES = "/api/files/local/";
    private static final Answer DONE = new Answer(204, null);

    private PracticeOctoPrint() {}

    static Answer uploaded(String path) {
        ObjectNode body = JSON.createObjectNode().put("done", true);
        body.putObject("files").putObject("local").put("name", path.substring(path.lastIndexOf('/') + 1))
                .put("path", path).put("origin", "local");
        return new Answer(201, body);
    }

    static Answer answer(Request request, PracticeJob job, Map<String, Long> files) {
        String path = request.path().replaceFirst("\\?.*", "");
        if (request.method().equals("GET")) {
            return switch (path) {
                case "/api/version" -> new Answer(200, JSON.createObjectNode().put("api", "0.1").put("server", "1.11.2")
                        .put("text", "OctoPrint 1.11.2"));
                case "/api/job" -> new Answer(200, job(job));
                case "/api/printer" -> printer(job);
                default -> new Answer(404, PracticeHost.error("Not Found"));
            };
        }
        String command = request.json().path("command").asText();
        if (path.equals("/api/job")) {
            return job(request, command, job);
        }
        if (path.equals("/api/printer/command")) {
            if (command.equals("M112")) {
                job.shutdown();
            }
            return DONE;
        }
        if (path.startsWith(FILES) && command.equals("select")) {
            String file = URLDecoder.decode(path.substring(FILES.length()), StandardCharsets.UTF_8);
            Long size = files.get(file);
            if (size == null) {
                return new Answer(404, PracticeHost.error("Not Found"));
            }
            if (job.state().isUnderWay() || job.state() == State.SHUTDOWN) {
                return new Answer(409, PracticeHost.error("Printer is already printing, cannot select a new file"));
            }
            job.start(file, size);
            return DONE;
        }
        return new Answer(404, PracticeHost.error("Not Found"));
    }

    private static Answer job(Request request, String command, PracticeJob job) {
        if (!job.state().isUnderWay()) {
            return new Answer(409, PracticeHost.error("Printer is not printing"));
        }
        switch (command + " " + request.json().path("action").asText("")) {
            case "pause pause" -> job.pause();
            case "pause resume" -> job.resume();
            case "cancel " -> job.cancel();
            default -> {
                return new Answer(400, PracticeHost.error("unknown command"));
            }
        }
        return DONE;
    }

    private static String words(State state) {
        return switch (state) {
            case PRINTING -> "Printing";
            case PAUSED -> "Paused";
            case SHUTDOWN -> "Error";
            case STANDBY, COMPLETE, CANCELLED -> "Operational";
        };
    }

    private static ObjectNode job(PracticeJob job) {
        State state = job.state();
        ObjectNode body = JSON.createObjectNode().put("state", words(state));
        ObjectNode file = body.putObject("job").putObject("file");
        ObjectNode progress = body.putObject("progress");
        if (job.file().isEmpty()) {
            file.putNull("name").putNull("path").putNull("size");
        } else {
            file.put("name", job.file().substring(job.file().lastIndexOf('/') + 1)).put("path", job.file())
                    .put("size", job.size()).put("origin", "local");
        }
        if (state.isUnderWay() || state == State.COMPLETE) {
            progress.put("completion", job.fraction() * 100).put("filepos", (long) (job.fraction() * job.size()))
                    .put("printTime", job.seconds()).put("printTimeLeft", job.left());
        } else {
            progress.putNull("completion").putNull("filepos").putNull("printTime").putNull("printTimeLeft");
        }
        return body;
    }

    private static Answer printer(PracticeJob job) {
        State state = job.state();
        if (state == State.SHUTDOWN) {
            return new Answer(409, PracticeHost.error("Printer is not operational"));
        }
        ObjectNode body = JSON.createObjectNode();
        body.putObject("state").put("text", words(state)).putObject("flags").put("operational", true)
                .put("printing", state == State.PRINTING).put("paused", state == State.PAUSED).put("pausing", false)
                .put("cancelling", false).put("error", false).put("closedOrError", false)
                .put("ready", !state.isUnderWay());
        ObjectNode temperature = body.putObject("temperature");
        boolean warm = state.isUnderWay();
        temperature.putObject("tool0").put("actual", job.nozzle()).put("target", warm ? job.nozzle() : 0)
                .put("offset", 0);
        temperature.putObject("bed").put("actual", job.bed()).put("target", warm ? job.bed() : 0).put("offset", 0);
        return new Answer(200, body);
    }
}
