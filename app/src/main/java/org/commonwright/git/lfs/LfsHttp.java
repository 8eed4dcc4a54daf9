package org.commonwright.git.lfs;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.commonwright.error.Fault;
import org.commonwright.http.CountedBody;
import org.commonwright.http.Transfer;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// HTTP as it is spoken to LFS servers and to the stores that they name: redirects followed here, so that what one server may
/// know is not told to another; a cancel or a stall ends a transfer within moments.
final class LfsHttp implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_TEXT = 8 << 20;
    private static final Set<String> OWN_HEADERS = Set.of("connection", "content-length", "expect", "host", "upgrade",
            "transfer-encoding");
    private static final Set<String> NOT_SECRET = Set.of("accept", "content-type", "user-agent");

    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

    /// @param patience how long nothing at all may move
    LfsHttp(Duration patience) {
        this.patience = patience;
    }

    /// A request. `file`, where there is one, is the body; otherwise `text`, or nothing when that is empty.
    record Call(String method, URI uri, Map<String, String> headers, byte[] text, @Nullable Path file) {
        private BodyPublisher body(AtomicLong moved) throws FileNotFoundException {
            if (file != null) {
                return new CountedBody(BodyPublishers.ofFile(file), moved);
            }
            return text.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(text);
        }
    }

    /// An answer; its text is cut where it is longer than anything a server has to say.
    record Answer(int status, byte[] text, HttpHeaders headers) {}

    /// @param content takes the body of a 200; null to have it as the answer's text
    /// @throws Fault `git.remote-lfs-redirect`, and what `content` throws
    Answer send(Call call, Received.@Nullable Sink content, Progress progress) throws IOException {
        Call at = call;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            var moved = new AtomicLong();
            var text = new ByteArrayOutputStream();
            HttpResponse<Boolean> response = await(client.sendAsync(request(at, moved), info -> new Received(
                    info.statusCode() == 200 && content != null ? content : piece -> keep(piece, text), moved)),
                    moved, progress);
            if (!Set.of(301, 302, 303, 307, 308).contains(response.statusCode())) {
                return new Answer(response.statusCode(), text.toByteArray(), response.headers());
            }
            at = redirected(at, response);
        }
        throw new Fault("git.remote-lfs-redirect", call.uri().getHost());
    }

    private static boolean keep(ByteBuffer piece, ByteArrayOutputStream text) {
        byte[] bytes = new byte[Math.min(piece.remaining(), MOST_TEXT - text.size())];
        piece.get(bytes);
        text.writeBytes(bytes);
        return text.size() < MOST_TEXT;
    }

    private static HttpRequest request(Call call, AtomicLong moved) throws IOException {
        try {
            var builder = HttpRequest.newBuilder(call.uri()).method(call.method(), call.body(moved));
            call.headers().forEach((name, value) -> {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                    builder.setHeader(name, value);
                }
            });
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Call redirected(Call from, HttpResponse<Boolean> response) {
        String host = from.uri().getHost();
        String location = response.headers().firstValue("Location").orElse("");
        URI next;
        try {
            next = from.uri().resolve(location);
        } catch (IllegalArgumentException e) {
            throw new Fault(e, "git.remote-lfs-redirect", host);
        }
        boolean keepsMethod = from.method().equals("GET") || response.statusCode() >= 307;
        if (location.isEmpty() || !keepsMethod || !Origin.isWeb(next)
                || Origin.of(from.uri()).isSaferThan(Origin.of(next))) {
            throw new Fault("git.remote-lfs-redirect", host);
        }
        Map<String, String> headers = from.headers();
        if (!Origin.of(from.uri()).equals(Origin.of(next))) {
            headers = headers.entrySet().stream().filter(h -> NOT_SECRET.contains(h.getKey().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
        }
        return new Call(from.method(), next, headers, from.text(), from.file());
    }

    private <T> T await(CompletableFuture<T> answer, AtomicLong moved, Progress progress) throws IOException {
        try {
            return new Transfer(moved, patience).await(answer, _ -> {}, progress);
        } catch (TimeoutException e) {
            var stalled = new HttpTimeoutException("nothing moved for " + patience.toSeconds() + " s");
            stalled.initCause(e);
            throw stalled;
        } catch (ExecutionException e) {
            throw why(e.getCause());
        }
    }

    /// What was met on another thread; a fault of ours goes on as it is.
    private static IOException why(@Nullable Throwable met) {
        for (Throwable at = met; at != null; at = at.getCause()) {
            if (at instanceof Fault fault) {
                throw fault;
            }
        }
        return met instanceof IOException io ? io : new IOException(String.valueOf(met), met);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
