package org.commonwright.machine.host.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.machine.host.HostAddress;
import org.commonwright.machine.host.HostAddress.Software;
import org.commonwright.task.Threads;
import org.jspecify.annotations.Nullable;

/// A host of software on this computer only: it keeps files in memory, and a machine that does each in a fixed time.
public final class PracticeHost implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 64 << 20;
    private static final Pattern FIELD = Pattern.compile(
            "Content-Disposition: form-data; name=\"([a-z]+)\"(?:; filename=\"([^\"]*)\")?\r\n(?:[^\r\n]+\r\n)*\r\n");

    private final Software software;
    private final String key;
    private final HttpServer server;
    private final ExecutorService threads = Threads.some(2, "practice-host");
    private final Map<String, Long> files = new ConcurrentHashMap<>();
    private final PracticeJob job;

    /// @param body null for an answer without one
    record Answer(int status, @Nullable JsonNode body) {}

    /// @param method such as `POST`
    /// @param path with its question
    record Request(String method, String path, JsonNode json) {}

    private PracticeHost(Software software, String key, double seconds, HttpServer server) {
        this.software = software;
        this.key = key;
        this.server = server;
        this.job = new PracticeJob(seconds);
    }

    /// @param port 0 for any free one
    /// @param key that it wants to see; empty for none
    /// @param seconds what each program takes
    public static PracticeHost start(Software software, int port, String key, double seconds) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var host = new PracticeHost(software, key, seconds, server);
        server.createContext("/", host::handle);
        server.setExecutor(host.threads);
        server.start();
        return host;
    }

    public HostAddress address() {
        return HostAddress.parse((software == Software.OCTOPRINT ? "octoprint" : "moonraker") + "+http://127.0.0.1:"
                + server.getAddress().getPort());
    }

    /// Brings the program that runs to its end at once.
    public void finish() {
        job.finish();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
            Answer answer = key.isEmpty() || key.equals(exchange.getRequestHeaders().getFirst("X-Api-Key"))
                    ? answer(exchange, body)
                    : new Answer(software == Software.OCTOPRINT ? 403 : 401, error("no key"));
            if (answer.body() == null) {
                exchange.sendResponseHeaders(answer.status(), -1);
                return;
            }
            byte[] text = answer.body().toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private Answer answer(HttpExchange exchange, byte[] body) throws IOException {
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        String path = exchange.getRequestURI().toString();
        if (type.startsWith("multipart/form-data")) {
            String stored = store(body);
            return software == Software.OCTOPRINT
                    ? PracticeOctoPrint.uploaded(stored)
                    : PracticeMoonraker.uploaded(stored);
        }
        JsonNode json = body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        var request = new Request(exchange.getRequestMethod(), path, json);
        return software == Software.OCTOPRINT
                ? PracticeOctoPrint.answer(request, job, files)
                : PracticeMoonraker.answer(request, job, files);
    }

    /// @return the file's path
    private String store(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String folder = "";
        String name = "";
        long size = 0;
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            int end = text.indexOf("\r\n--", field.end());
            if (field.group(1).equals("path")) {
                folder = text.substring(field.end(), end) + "/";
            } else if (field.group(2) != null) {
                name = new String(field.group(2).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                size = end - field.end();
            }
        }
        files.put(folder + name, size);
        return folder + name;
    }

    static JsonNode error(String message) {
        return JSON.createObjectNode().put("error", message);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
