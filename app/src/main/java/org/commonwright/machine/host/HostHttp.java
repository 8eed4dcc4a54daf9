package org.commonwright.machine.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.commonwright.error.Fault;
import org.commonwright.http.Transfer;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// HTTP as it is spoken to a host. The key goes to its own address only: no redirect is followed. An answer is never longer
/// than two megabytes, and none is waited for longer than `patience` in which nothing moves.
final class HostHttp implements AutoCloseable {
    private static final long MOST_BYTES = 2 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HostAddress address;
    private final String key;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

    /// @param key empty for none
    HostHttp(HostAddress address, String key, Duration patience) {
        this.address = address;
        this.key = key;
        this.patience = patience;
    }

    JsonNode get(String path, Progress progress) {
        return send("GET", path, null, BodyPublishers.noBody(), new AtomicLong(), 0, progress);
    }

    /// @param body null for none
    JsonNode post(String path, @Nullable JsonNode body, Progress progress) {
        return body == null
                ? send("POST", path, null, BodyPublishers.noBody(), new AtomicLong(), 0, progress)
                : send("POST", path, "application/json", BodyPublishers.ofString(body.toString()), new AtomicLong(), 0,
                        progress);
    }

    /// Tells `progress` how much of it has left.
    JsonNode upload(String path, HostForm form, Progress progress) {
        var sent = new AtomicLong();
        return send("POST", path, form.contentType(), form.body(sent), sent, form.length(), progress);
    }

    private JsonNode send(String method, String path, @Nullable String type, BodyPublisher body, AtomicLong sent,
            long length, Progress progress) {
        var request = HttpRequest.newBuilder(address.at(path)).method(method, body).header("Accept",
                "application/json");
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!key.isEmpty()) {
            request.header("X-Api-Key", key);
        }
        return HostAnswer.json(address, await(client.sendAsync(request.build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES)), sent, length, progress));
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer, AtomicLong sent, long length,
            Progress progress) {
        try {
            return new Transfer(sent, patience).await(answer, now -> {
                if (length > 0) {
                    progress.update((double) now / length);
                }
            }, progress);
        } catch (TimeoutException e) {
            throw new Fault(e, "hosts.silent", address, patience.toSeconds());
        } catch (ExecutionException e) {
            throw why(e.getCause());
        }
    }

    private Fault why(@Nullable Throwable met) {
        String reason = met == null || met.getMessage() == null ? "" : met.getMessage();
        for (Throwable at = met; at != null; at = at.getCause()) {
            switch (at) {
                case Fault fault -> {
                    return fault;
                }
                case SSLException _ -> {
                    return new Fault(met, "hosts.tls", address, reason);
                }
                case UnresolvedAddressException _ -> {
                    return new Fault(met, "hosts.unknown", address, address.base().getHost());
                }
                case ConnectException _,HttpConnectTimeoutException _ -> {
                    return new Fault(met, "hosts.unreachable", address);
                }
                default -> {
                }
            }
        }
        return reason.startsWith("body exceeds capacity")
                ? new Fault(met, "hosts.too-long", address)
                : new Fault(met, "hosts.broke", address, met instanceof IOException ? reason : String.valueOf(met));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
