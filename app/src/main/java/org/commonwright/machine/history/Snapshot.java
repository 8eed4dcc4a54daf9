package org.commonwright.machine.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.commonwright.error.Fault;
import org.commonwright.files.Reason;
import org.commonwright.machine.card.Camera;

/// One picture of a camera, as JPEG: the whole answer, or the first picture of a stream that never ends. What is asked is exactly
/// the address that a person set; nothing leads elsewhere.
final class Snapshot {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private Snapshot() {}

    /// Waits five seconds for the whole of it.
    ///
    /// @throws Fault `history.no-picture` with the reason, `history.picture-late`
    static byte[] take(HttpClient client, Camera camera) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(camera.url()))
                .header("Accept", "image/jpeg, multipart/x-mixed-replace").GET().build();
        CompletableFuture<HttpResponse<Optional<byte[]>>> asked = client.sendAsync(request,
                head -> head.statusCode() == OK
                        ? new FirstJpeg()
                        : HttpResponse.BodySubscribers.replacing(Optional.empty()));
        try {
            HttpResponse<Optional<byte[]>> answer = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != OK) {
                throw new Fault("history.no-picture", camera.shown(), "HTTP " + answer.statusCode());
            }
            return answer.body().orElseThrow(() -> new Fault("history.no-picture", camera.shown(), "no JPEG"));
        } catch (TimeoutException e) {
            throw new Fault(e, "history.picture-late", camera.shown());
        } catch (ExecutionException e) {
            throw new Fault(e, "history.no-picture", camera.shown(),
                    e.getCause() instanceof IOException why ? Reason.of(why) : String.valueOf(e.getCause()));
        } finally {
            asked.cancel(true);
        }
    }

    static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
    }
}
