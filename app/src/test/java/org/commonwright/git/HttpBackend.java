package org.commonwright.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Git's own HTTP server: `git http-backend` as a CGI program behind the JDK's server on loopback.
public final class HttpBackend implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path root;
    private final boolean forbidden;

    /// @param forbidden whether to answer everything with 401
    public HttpBackend(Path root, boolean forbidden) throws IOException {
        this.root = root;
        this.forbidden = forbidden;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /// Lets something else answer below a path.
    public void add(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    public String url(String repository) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + repository;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (forbidden) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            var builder = new ProcessBuilder("git", "http-backend");
            var environment = builder.environment();
            environment.put("GIT_PROJECT_ROOT", root.toString());
            environment.put("GIT_HTTP_EXPORT_ALL", "1");
            environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
            environment.put("GIT_CONFIG_NOSYSTEM", "1");
            environment.put("REMOTE_USER", "test");
            environment.put("REMOTE_ADDR", "127.0.0.1");
            environment.put("REQUEST_METHOD", exchange.getRequestMethod());
            environment.put("PATH_INFO", exchange.getRequestURI().getPath());
            environment.put("QUERY_STRING", String.valueOf(exchange.getRequestURI().getRawQuery()));
            environment.put("CONTENT_LENGTH", Integer.toString(body.length));
            header(exchange, "Content-Type").ifPresent(v -> environment.put("CONTENT_TYPE", v));
            header(exchange, "Content-Encoding").ifPresent(v -> environment.put("HTTP_CONTENT_ENCODING", v));
            header(exchange, "Git-Protocol").ifPresent(v -> environment.put("GIT_PROTOCOL", v));
            Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            threads.execute(() -> feed(process, body));
            reply(exchange, process.getInputStream().readAllBytes());
        }
    }

    private static void feed(Process process, byte[] body) {
        try (var out = process.getOutputStream()) {
            out.write(body);
        } catch (IOException _) {
            // The backend may answer before it has read everything.
            process.destroy();
        }
    }

    private static java.util.Optional<String> header(HttpExchange exchange, String name) {
        return java.util.Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    private static void reply(HttpExchange exchange, byte[] answer) throws IOException {
        int status = 200;
        InputStream in = new ByteArrayInputStream(answer);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon);
            String value = line.substring(colon + 1).strip();
            if (name.equals("Status")) {
                status = Integer.parseInt(value.split(" ")[0]);
            } else {
                exchange.getResponseHeaders().add(name, value);
            }
        }
        byte[] body = in.readAllBytes();
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
