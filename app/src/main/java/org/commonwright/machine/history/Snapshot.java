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

/// One picture of a camera, as JPEG: the whole answer, or the first picture of a stream that never ends. What is asked is exactly
/// the address that a person set; nothing leads elsewhere.
final class Snapshot {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private Snapshot() {}

    /// Waits five seconds for the whole of it.
    ///
    /// @throws Fault `history.no-picture` with the reason, `history.picture-late`
    static byte[] take(HttpClient client, String url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "image/jpeg, multipart/x-mixed-replace").GET().build();
        CompletableFuture<HttpResponse<Optional<byte[]>>> asked = client.sendAsync(request,
                head -> head.statusCode() == OK
                        ? new FirstJpeg()
                        : HttpResponse.BodySubscribers.replacing(Optional.empty()));
        try {
            HttpResponse<Optional<byte[]>> answer = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != OK) {
                throw new Fault("history.no-picture", url, "HTTP " + answer.statusCode());
            }
            return answer.body().orElseThrow(() -> new Fault("history.no-picture", url, "no JPEG"));
        } catch (TimeoutException e) {
            throw new Fault(e, "history.picture-late", url);
        } catch (ExecutionException e) {
            throw new Fault(e, "history.no-picture", url,
                    e.getCause() instanceof IOException why ? Reason.of(why) : String.valueOf(e.getCause()));
        } finally {
            asked.cancel(true);
        }
    }

    static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
    }
}
