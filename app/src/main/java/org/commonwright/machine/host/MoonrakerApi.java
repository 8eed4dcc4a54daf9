package org.commonwright.machine.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.Temperature;
import org.commonwright.task.Progress;

/// Moonraker's HTTP API (its document "External API": server, printer, file manager; "Printer Objects" for what Klipper says).
final class MoonrakerApi implements HostApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "commonwright";
    private static final double TOO_EARLY = 0.02;
    /// Objects that a printer does not have are left out of the answer without an error.
    private static final List<String> HEATERS = List.of("extruder", "extruder1", "extruder2", "extruder3",
            "heater_bed", "heater_generic chamber");

    private final HostHttp http;
    private final HostAddress address;

    MoonrakerApi(HostHttp http, HostAddress address) {
        this.http = http;
        this.address = address;
    }

    @Override
    public HostInfo info(Progress progress) {
        JsonNode server = result("/server/info", progress);
        if (!server.path("moonraker_version").isTextual()) {
            throw new Fault("hosts.not-found", address, "Moonraker", "/server/info");
        }
        String firmware = "";
        if (server.path("klippy_connected").asBoolean()) {
            firmware = "Klipper "
                    + HostAnswer.line(result("/printer/info", progress).path("software_version").asText("?"));
        }
        return new HostInfo("Moonraker", HostAnswer.line(server.path("moonraker_version").asText()), firmware);
    }

    private JsonNode result(String path, Progress progress) {
        return http.get(path, progress).path("result");
    }

    @Override
    public HostStatus status(Progress progress) {
        JsonNode server = result("/server/info", progress);
        String klippy = server.path("klippy_state").asText("");
        if (!klippy.equals("ready")) {
            boolean wrong = klippy.equals("error") || klippy.equals("shutdown");
            return new HostStatus(wrong ? HostState.ERROR : HostState.OFFLINE, wrong ? why(progress) : klippy,
                    HostJob.NONE, List.of());
        }
        ObjectNode wanted = JSON.createObjectNode();
        wanted.putNull("print_stats");
        wanted.putNull("virtual_sdcard");
        HEATERS.forEach(wanted::putNull);
        ObjectNode question = JSON.createObjectNode();
        question.set("objects", wanted);
        JsonNode said = http.post("/printer/objects/query", question, progress).path("result").path("status");
        HostJob job = job(said.path("print_stats"), said.path("virtual_sdcard"));
        String words = HostAnswer.line((said.path("print_stats").path("state").asText("") + " "
                + said.path("print_stats").path("message").asText("")).strip());
        return new HostStatus(switch (job.phase()) {
            case RUNNING -> HostState.PRINTING;
            case PAUSED -> HostState.PAUSED;
            default -> HostState.READY;
        }, words, job, temperatures(said));
    }

    /// Klipper's message is of several lines; the first says what is wrong.
    private String why(Progress progress) {
        String message = result("/printer/info", progress).path("state_message").asText("");
        return HostAnswer.line(message.lines().findFirst().orElse(""));
    }

    private static HostJob job(JsonNode stats, JsonNode card) {
        String file = HostAnswer.line(stats.path("filename").asText(""));
        HostJob.Phase phase = switch (stats.path("state").asText("")) {
            case "printing" -> HostJob.Phase.RUNNING;
            case "paused" -> HostJob.Phase.PAUSED;
            case "complete" -> HostJob.Phase.COMPLETE;
            case "cancelled" -> HostJob.Phase.CANCELLED;
            case "error" -> HostJob.Phase.FAILED;
            default -> HostJob.Phase.NONE;
        };
        if (file.isEmpty()) {
            return HostJob.NONE;
        }
        double fraction = card.path("progress").asDouble(-1);
        double printing = stats.path("print_duration").asDouble(-1);
        double left = phase.isUnderWay() && printing > 0 && fraction > TOO_EARLY
                ? printing * (1 - fraction) / fraction
                : -1;
        return new HostJob(file, phase, phase == HostJob.Phase.COMPLETE ? 1 : fraction,
                stats.path("total_duration").asDouble(-1), left);
    }

    private static List<Temperature> temperatures(JsonNode said) {
        List<Temperature> found = new ArrayList<>();
        for (String heater : HEATERS) {
            JsonNode at = said.path(heater);
            HostHeat.of(letter(heater), at.path("temperature"), at.path("target")).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static String letter(String heater) {
        return switch (heater) {
            case "heater_bed" -> "B";
            case "heater_generic chamber" -> "C";
            case "extruder" -> "T0";
            default -> "T" + heater.charAt(heater.length() - 1);
        };
    }

    /// With the hash of what leaves here, which Moonraker compares with what arrived.
    @Override
    public String upload(Program program, Progress progress) {
        var form = new HostForm(program,
                Map.of("root", "gcodes", "path", FOLDER, "checksum", program.hash().hex()));
        JsonNode said = http.upload("/server/files/upload", form, progress);
        // This one answer is documented without the `result` around it, and comes with it from some versions.
        JsonNode item = said.path("item").isMissingNode() ? said.path("result").path("item") : said.path("item");
        String path = item.path("path").asText("");
        if (path.isEmpty()) {
            throw new Fault("hosts.not-json", address, "Moonraker", "item.path?");
        }
        return path;
    }

    @Override
    public void start(String path, Progress progress) {
        http.post(
                "/printer/print/start?filename=" + URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20"),
                null, progress);
    }

    @Override
    public void pause(Progress progress) {
        http.post("/printer/print/pause", null, progress);
    }

    @Override
    public void resume(Progress progress) {
        http.post("/printer/print/resume", null, progress);
    }

    @Override
    public void cancel(Progress progress) {
        http.post("/printer/print/cancel", null, progress);
    }

    @Override
    public void emergencyStop(Progress progress) {
        http.post("/printer/emergency_stop", null, progress);
    }
}
