package org.commonwright.machine.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.task.Progress;

/// OctoPrint's REST API (docs.octoprint.org, "REST API": general, version, files, job, printer), in the form that it had before
/// 2.0.0, which newer servers answer with when no version is asked for.
final class OctoPrintApi implements HostApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "commonwright";

    private final HostHttp http;
    private final HostAddress address;

    OctoPrintApi(HostHttp http, HostAddress address) {
        this.http = http;
        this.address = address;
    }

    @Override
    public HostInfo info(Progress progress) {
        JsonNode said = http.get("/api/version", progress);
        String text = said.path("text").asText("");
        if (!text.startsWith("OctoPrint")) {
            throw new Fault("hosts.not-found", address, "OctoPrint", HostAnswer.line(text.isEmpty() ? "?" : text));
        }
        return new HostInfo("OctoPrint", HostAnswer.line(said.path("server").asText("?")), "");
    }

    /// A machine that is not connected is told by a 409 (printer.rst), which is no fault of this question.
    @Override
    public HostStatus status(Progress progress) {
        JsonNode job = http.get("/api/job", progress);
        JsonNode printer;
        try {
            printer = http.get("/api/printer?exclude=sd", progress);
        } catch (Fault fault) {
            if (!fault.code().equals("hosts.conflict")) {
                throw fault;
            }
            return new HostStatus(offline(job), words(job), HostJob.NONE, List.of());
        }
        HostState state = state(printer.path("state").path("flags"));
        return new HostStatus(state, words(job), job(job, state), temperatures(printer.path("temperature")));
    }

    private static HostState offline(JsonNode job) {
        return job.path("state").asText("").startsWith("Error") || !job.path("error").asText("").isEmpty()
                ? HostState.ERROR
                : HostState.OFFLINE;
    }

    private static String words(JsonNode job) {
        String error = job.path("error").asText("");
        return HostAnswer.line(job.path("state").asText("") + (error.isEmpty() ? "" : ": " + error));
    }

    private static HostState state(JsonNode flags) {
        if (flags.path("error").asBoolean()) {
            return HostState.ERROR;
        }
        if (flags.path("closedOrError").asBoolean()) {
            return HostState.OFFLINE;
        }
        if (flags.path("cancelling").asBoolean() || flags.path("pausing").asBoolean()) {
            return HostState.STOPPING;
        }
        if (flags.path("paused").asBoolean()) {
            return HostState.PAUSED;
        }
        if (flags.path("printing").asBoolean() || flags.path("resuming").asBoolean()
                || flags.path("finishing").asBoolean()) {
            return HostState.PRINTING;
        }
        return flags.path("operational").asBoolean() ? HostState.READY : HostState.OFFLINE;
    }

    /// What was read of the file is reckoned from bytes where both are known. A file that was read to its end by a machine
    /// that is ready again is complete; one that was not, was cancelled or failed: the API does not say which.
    private static HostJob job(JsonNode said, HostState state) {
        JsonNode file = said.path("job").path("file");
        JsonNode progress = said.path("progress");
        String path = HostAnswer.line(file.path("path").asText(file.path("name").asText("")));
        if (path.isEmpty() || file.path("name").isNull()) {
            return HostJob.NONE;
        }
        double size = file.path("size").asDouble(0);
        double fraction = progress.path("filepos").isNumber() && size > 0
                ? progress.path("filepos").asDouble() / size
                : progress.path("completion").isNumber() ? progress.path("completion").asDouble() / 100 : -1;
        HostJob.Phase phase = switch (state) {
            case PRINTING, STOPPING -> HostJob.Phase.RUNNING;
            case PAUSED -> HostJob.Phase.PAUSED;
            case ERROR -> HostJob.Phase.FAILED;
            case READY -> fraction >= 1 ? HostJob.Phase.COMPLETE : HostJob.Phase.NONE;
            case OFFLINE -> HostJob.Phase.NONE;
        };
        return new HostJob(path, phase, Math.min(1, fraction), progress.path("printTime").asDouble(-1),
                progress.path("printTimeLeft").asDouble(-1));
    }

    private static List<Temperature> temperatures(JsonNode said) {
        List<Temperature> found = new ArrayList<>();
        said.properties().forEach(heater -> HostHeat.of(letter(heater.getKey()), heater.getValue().path("actual"),
                heater.getValue().path("target")).ifPresent(found::add));
        return List.copyOf(found);
    }

    private static String letter(String name) {
        return switch (name) {
            case "bed" -> "B";
            case "chamber" -> "C";
            default -> name.matches("tool[0-9]") ? "T" + name.charAt(4) : HostAnswer.line(name);
        };
    }

    @Override
    public String upload(Program program, Progress progress) {
        JsonNode said = http.upload("/api/files/local", new HostForm(program, Map.of("path", FOLDER)), progress);
        JsonNode file = said.path("files").path("local");
        String path = (file.isMissingNode() ? said.path("file") : file).path("path").asText("");
        if (path.isEmpty()) {
            throw new Fault("hosts.not-json", address, "OctoPrint", "files.local.path?");
        }
        return path;
    }

    @Override
    public void start(String path, Progress progress) {
        String at = Arrays.stream(path.split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        http.post("/api/files/local/" + at, command("select").put("print", true), progress);
    }

    @Override
    public void pause(Progress progress) {
        http.post("/api/job", command("pause").put("action", "pause"), progress);
    }

    @Override
    public void resume(Progress progress) {
        http.post("/api/job", command("pause").put("action", "resume"), progress);
    }

    @Override
    public void cancel(Progress progress) {
        http.post("/api/job", command("cancel"), progress);
    }

    /// OctoPrint sends this one command past whatever waits to be sent.
    @Override
    public void emergencyStop(Progress progress) {
        http.post("/api/printer/command", command("M112"), progress);
    }

    private static ObjectNode command(String name) {
        return JSON.createObjectNode().put("command", name);
    }
}
