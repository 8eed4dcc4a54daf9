package org.commonwright.git;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.commonwright.model.ContentId;

/// A small LFS server on loopback, after git-lfs's published batch API and basic transfers. A test that needs a bad one overrides
/// what it does.
public class LfsHost implements HttpHandler, AutoCloseable {
    public final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    /// Each request: method, path, and what it says of who asks.
    public final List<String> requests = new CopyOnWriteArrayList<>();
    final List<Integer> pages = new CopyOnWriteArrayList<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    @SuppressWarnings("this-escape")
    public LfsHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this);
        server.start();
    }

    /// The address that git-lfs calls `lfs.url`.
    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/home.git/info/lfs");
    }

    public String keep(byte[] content) {
        String oid = ContentId.of(content).hex();
        objects.put(oid, content);
        return oid;
    }

    @Override
    public final void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            String last = path.substring(path.lastIndexOf('/') + 1);
            switch (exchange.getRequestMethod()) {
                case "GET" -> get(exchange, last);
                case "PUT" -> put(exchange, last);
                default -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    if (last.equals("verify")) {
                        verify(exchange, new ObjectMapper().readTree(body));
                    } else {
                        batch(exchange, new ObjectMapper().readTree(body));
                    }
                }
            }
        }
    }

    void batch(HttpExchange exchange, JsonNode asked) throws IOException {
        pages.add(asked.path("objects").size());
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("transfer", "basic");
        var list = answer.putArray("objects");
        String host = "http://" + exchange.getRequestHeaders().getFirst("Host");
        for (JsonNode object : asked.path("objects")) {
            list.add(offer(asked.path("operation").asText(), object.path("oid").asText(), object.path("size").asLong(),
                    host));
        }
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.git-lfs+json");
        reply(exchange, 200, answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    ObjectNode offer(String operation, String oid, long size, String host) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("oid", oid).put("size", size);
        byte[] content = objects.get(oid);
        if (operation.equals("download") && content == null) {
            node.putObject("error").put("code", 404).put("message", "Object does not exist");
        } else if (operation.equals("download")) {
            node.putObject("actions").putObject("download").put("href", host + "/store/" + oid).putObject("header")
                    .put("X-Key", "one");
        } else if (content == null) {
            ObjectNode actions = node.putObject("actions");
            actions.putObject("upload").put("href", host + "/store/" + oid);
            actions.putObject("verify").put("href", host + "/verify");
        }
        return node;
    }

    void get(HttpExchange exchange, String oid) throws IOException {
        byte[] content = objects.get(oid);
        if (content == null) {
            reply(exchange, 404, new byte[0]);
        } else {
            reply(exchange, 200, content);
        }
    }

    void put(HttpExchange exchange, String oid) throws IOException {
        byte[] content = exchange.getRequestBody().readAllBytes();
        boolean right = ContentId.of(content).hex().equals(oid);
        if (right) {
            objects.put(oid, content);
        }
        reply(exchange, right ? 200 : 422, new byte[0]);
    }

    void verify(HttpExchange exchange, JsonNode asked) throws IOException {
        byte[] content = objects.get(asked.path("oid").asText());
        reply(exchange, content != null && content.length == asked.path("size").asLong() ? 200 : 404, new byte[0]);
    }

    static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
