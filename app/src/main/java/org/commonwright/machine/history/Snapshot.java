package org.commonwright.machine.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.commonwright.error.Fault;
import org.commonwright.files.Reason;

/// One picture of a camera, as JPEG: the whole answer, or the first picture of a stream that never ends. What is asked is exactly
/// the address that a person set; nothing leads elsewhere.
final class Snapshot {
    private static final int LARGEST = 8 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private Snapshot() {}

    /// @throws Fault `history.no-picture` with the reason
    static byte[] take(HttpClient client, String url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE)
                .header("Accept", "image/jpeg, multipart/x-mixed-replace").GET().build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw new Fault("history.no-picture", url, "HTTP " + answer.statusCode());
                }
                return first(body, url);
            }
        } catch (IOException e) {
            throw new Fault(e, "history.no-picture", url, Reason.of(e));
        }
    }

    static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /// A JPEG begins with FF D8 and ends with FF D9; between them FF is followed by 00 or by the name of a segment.
    private static byte[] first(InputStream body, String url) throws IOException {
        var picture = new ByteArrayOutputStream();
        int before = -1;
        long end = System.nanoTime() + PATIENCE.toNanos();
        int read = 0;
        for (int b = body.read(); b >= 0; b = body.read()) {
            if (++read > LARGEST || System.nanoTime() > end) {
                break;
            }
            boolean begun = picture.size() > 0;
            if (!begun && before == 0xFF && b == 0xD8) {
                picture.write(0xFF);
                picture.write(b);
            } else if (begun) {
                picture.write(b);
                if (before == 0xFF && b == 0xD9) {
                    return picture.toByteArray();
                }
            }
            before = b;
        }
        throw new Fault("history.no-picture", url, "no JPEG");
    }
}
