package org.commonwright.machine.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server of one's own that answers byte by byte as a test says, well or badly.
final class ScriptedHost implements AutoCloseable {
    private final ServerSocket server;
    private final Script script;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    /// Answers one request; the connection is closed afterwards.
    interface Script {
        /// @param head the request's line and headers
        void answer(String head, InputStream body, OutputStream out) throws IOException, InterruptedException;
    }

    ScriptedHost(Script script) throws IOException {
        this.script = script;
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    HostAddress octoprint() {
        return HostAddress.parse("octoprint+http://127.0.0.1:" + server.getLocalPort());
    }

    String base() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /// The heads of all requests.
    List<String> heads() {
        return heads;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int b = in.read();
                if (b < 0) {
                    return;
                }
                head.append((char) b);
            }
            heads.add(head.toString());
            script.answer(head.toString(), in, client.getOutputStream());
        } catch (IOException | InterruptedException e) {
            // The other side hung up, which some tests are about.
            heads.add("gone: " + e.getMessage());
        }
    }

    /// A whole answer, with its body read.
    static void say(OutputStream out, String status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length
                + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    static void json(OutputStream out, String body) throws IOException {
        say(out, "200 OK", "application/json", body);
    }

    static void readBody(String head, InputStream body) throws IOException {
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                body.readNBytes(Integer.parseInt(line.substring(15).strip()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
