package org.commonwright.git;

import static org.commonwright.git.GitRepositoryTest.code;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.lfs.LfsEndpoint;
import org.commonwright.git.lfs.LfsResult;
import org.commonwright.git.lfs.LfsServer;
import org.commonwright.git.lfs.LfsStore;
import org.commonwright.model.ContentId;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The client against good servers and bad ones, all on loopback.
@Execution(ExecutionMode.CONCURRENT)
class LfsServerTest {
    private static final Map<String, String> SECRET = Map.of("Authorization", "Basic c2VjcmV0");

    @TempDir
    Path folder;
    private LfsStore store;
    /// How long a line may be silent.
    private Duration patience = Duration.ofSeconds(2);

    @BeforeEach
    void open() {
        store = new LfsStore(folder);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LfsPointer pointer(String content) {
        return new LfsPointer(ContentId.of(bytes(content)), bytes(content).length);
    }

    private LfsServer client(LfsHost host) {
        return new LfsServer(new LfsEndpoint(host.url(), SECRET, "the server"), InstantSource.system(),
                patience);
    }

    private LfsResult download(LfsHost host, LfsPointer... wanted) {
        try (var client = client(host)) {
            return client.download(List.of(wanted), store, Progress.NONE);
        }
    }

    private String failure(LfsHost host, LfsPointer wanted) {
        LfsResult result = download(host, wanted);
        assertTrue(store.find(wanted).isEmpty(), "nothing may enter the store");
        assertEquals(List.of(), leftovers());
        return result.failed().get(wanted).code();
    }

    private List<Path> leftovers() {
        try (var files = Files.list(Files.createDirectories(folder.resolve("lfs/tmp")))) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void fetchesAndBringsAndIsToldWhoAsksOnlyByTheServerItself() throws IOException {
        try (var host = new LfsHost()) {
            host.keep(bytes("a mesh"));
            LfsResult result = download(host, pointer("a mesh"), pointer("gone"), pointer("a mesh"));
            assertEquals(List.of(pointer("a mesh")), List.copyOf(result.done()));
            assertEquals("git.lfs-not-there", result.failed().get(pointer("gone")).code());
            assertArrayEquals(bytes("a mesh"), Files.readAllBytes(store.find(pointer("a mesh")).orElseThrow()));
            assertEquals(List.of("POST /home.git/info/lfs/objects/batch Basic c2VjcmV0",
                    "GET /store/" + pointer("a mesh").oid().hex() + " Basic c2VjcmV0"), host.requests);

            Files.writeString(folder.resolve("new"), "new content");
            LfsPointer added = store.add(folder.resolve("new"));
            assertEquals(pointer("new content"), added);
            host.requests.clear();
            try (var client = client(host)) {
                LfsResult up = client.upload(List.of(added, pointer("a mesh"), pointer("nowhere")), store,
                        Progress.NONE);
                assertEquals(2, up.done().size());
                assertEquals("git.lfs-nowhere", up.failed().get(pointer("nowhere")).code());
            }
            assertArrayEquals(bytes("new content"), host.objects.get(added.oid().hex()));
            assertTrue(host.requests.stream().anyMatch(r -> r.startsWith("POST /verify")));
            assertFalse(host.requests.stream().anyMatch(r -> r.contains(pointer("a mesh").oid().hex())));
        }
    }

    @Test
    void tenThousandAreAskedAboutAHundredAtATime() throws IOException {
        try (var host = new LfsHost()) {
            var wanted = new ArrayList<LfsPointer>();
            for (int i = 0; i < 10_000; i++) {
                wanted.add(pointer("content " + i));
            }
            host.keep(bytes("content 7"));
            host.keep(bytes("content 9999"));
            LfsResult result = download(host, wanted.toArray(LfsPointer[]::new));
            assertEquals(2, result.done().size());
            assertEquals(9_998, result.failed().size());
            assertEquals(100, host.pages.size());
            assertTrue(host.pages.stream().allMatch(n -> n == 100));
        }
    }

    @Test
    void moreLessOrOtherBytesNeverEnterTheStore() throws IOException {
        for (String sent : List.of("a mesh and more", "a me", "A MESH", "")) {
            try (var host = new LfsHost() {
                @Override
                void get(HttpExchange exchange, String oid) throws IOException {
                    reply(exchange, 200, bytes(sent));
                }
            }) {
                host.keep(bytes("a mesh"));
                assertEquals(sent.length() == 6 ? "git.lfs-wrong-content" : "git.lfs-wrong-size",
                        failure(host, pointer("a mesh")));
            }
        }
    }

    @Test
    void anEndlessAnswerIsCutAtTheSizeThatThePointerSays() throws IOException {
        var sent = new AtomicInteger();
        try (var host = new LfsHost() {
            @Override
            void get(HttpExchange exchange, String oid) throws IOException {
                exchange.sendResponseHeaders(200, 0);
                byte[] chunk = new byte[1 << 16];
                try (var out = exchange.getResponseBody()) {
                    while (sent.addAndGet(chunk.length) < 1 << 30) {
                        out.write(chunk);
                    }
                }
            }
        }) {
            host.keep(bytes("a mesh"));
            assertEquals("git.lfs-wrong-size", failure(host, pointer("a mesh")));
            assertTrue(sent.get() < 1 << 26, "read on: " + sent.get());
        }
    }

    @Test
    void aSizeThatNoDiskHoldsIsRefusedBeforeAByteIsAskedFor() throws IOException {
        try (var host = new LfsHost()) {
            host.keep(bytes("a mesh"));
            var huge = new LfsPointer(pointer("a mesh").oid(), 1_000_000_000_000_000_000L);
            assertEquals("git.lfs-no-room", failure(host, huge));
            assertFalse(host.requests.stream().anyMatch(r -> r.startsWith("GET")));
        }
    }

    @Test
    void anotherHostIsNotToldASecretWhetherNamedOrRedirectedTo() throws IOException {
        try (var other = new LfsHost(); var host = new LfsHost() {
            @Override
            ObjectNode offer(String operation, String oid, long size, String base) {
                ObjectNode node = super.offer(operation, oid, size, base);
                if (oid.equals(pointer("named").oid().hex())) {
                    ((ObjectNode) node.at("/actions/download")).put("href",
                            other.url().resolve("/store/" + oid).toString());
                }
                return node;
            }

            @Override
            void get(HttpExchange exchange, String oid) throws IOException {
                exchange.getResponseHeaders().add("Location", other.url().resolve("/store/" + oid).toString());
                reply(exchange, 302, new byte[0]);
            }
        }) {
            for (String content : List.of("named", "redirected")) {
                host.keep(bytes(content));
                other.keep(bytes(content));
            }
            assertEquals(2, download(host, pointer("named"), pointer("redirected")).done().size());
            assertEquals(2, other.requests.size());
            assertTrue(other.requests.stream().allMatch(r -> r.endsWith(" null")), other.requests.toString());
        }
    }

    @Test
    void redirectsEndAndLeadOnlyToTheWeb() throws IOException {
        for (String location : List.of("/store/again", "file:///etc/passwd", "", "http://[", "ftp://localhost/x")) {
            try (var host = new LfsHost() {
                @Override
                void get(HttpExchange exchange, String oid) throws IOException {
                    exchange.getResponseHeaders().add("Location", location);
                    reply(exchange, 302, new byte[0]);
                }
            }) {
                host.keep(bytes("a mesh"));
                assertEquals("git.remote-lfs-redirect", failure(host, pointer("a mesh")));
            }
        }
    }

    @Test
    void whatIsNoLfsServerIsSaidToBeNone() throws IOException {
        for (var answer : Map.of("<html>log in</html>", "git.remote-lfs-answer", "[]", "git.remote-lfs-answer",
                "{\"objects\":7}", "git.remote-lfs-answer", "{\"transfer\":\"ssh\",\"objects\":[]}",
                "git.remote-lfs-answer").entrySet()) {
            try (var host = answering(200, answer.getKey())) {
                assertEquals(answer.getValue(), code(() -> download(host, pointer("a mesh"))));
            }
        }
        for (var status : Map.of(401, "git.remote-lfs-credentials", 403, "git.remote-lfs-credentials", 404,
                "git.remote-lfs-none", 422, "git.remote-lfs-failed", 500, "git.remote-lfs-failed").entrySet()) {
            try (var host = answering(status.getKey(), "{}")) {
                assertEquals(status.getValue(), code(() -> download(host, pointer("a mesh"))));
            }
        }
        try (var host = answering(200, "{\"objects\":[]}")) {
            assertEquals("git.lfs-not-there", failure(host, pointer("a mesh")));
        }
        LfsHost gone = new LfsHost();
        gone.close();
        assertEquals("git.remote-lfs-failed", code(() -> download(gone, pointer("a mesh"))));
    }

    private static LfsHost answering(int status, String text) throws IOException {
        return new LfsHost() {
            @Override
            void batch(HttpExchange exchange, JsonNode asked) throws IOException {
                reply(exchange, status, bytes(text));
            }
        };
    }

    /// Whatever a server says, there is an answer, and nothing wrong in the store. Prints the seed of a failure.
    @Test
    void mutatedAnswersAreAnsweredByASentence() throws IOException {
        long seed = 20261129;
        var random = new Random(seed);
        var mutate = new boolean[]{false};
        try (var host = new LfsHost() {
            @Override
            void batch(HttpExchange exchange, JsonNode asked) throws IOException {
                if (!mutate[0]) {
                    super.batch(exchange, asked);
                    return;
                }
                String host = "http://" + exchange.getRequestHeaders().getFirst("Host");
                String oid = asked.at("/objects/0/oid").asText();
                byte[] answer = bytes("{\"objects\":[" + offer("download", oid, 6, host) + "]}");
                for (int i = random.nextInt(4); i >= 0; i--) {
                    answer[random.nextInt(answer.length)] = (byte) (' ' + random.nextInt(95));
                }
                int end = random.nextInt(5) == 0 ? random.nextInt(answer.length) : answer.length;
                reply(exchange, 200, Arrays.copyOf(answer, end));
            }
        }) {
            host.keep(bytes("a mesh"));
            mutate[0] = true;
            try (var client = client(host)) {
                for (int i = 0; i < 300; i++) {
                    Path at = Files.createDirectories(folder.resolve("case" + i));
                    var own = new LfsStore(at);
                    try {
                        LfsResult result = client.download(List.of(pointer("a mesh")), own, Progress.NONE);
                        assertEquals(result.done().size(), own.find(pointer("a mesh")).isPresent() ? 1 : 0);
                    } catch (Fault fault) {
                        assertTrue(fault.code().startsWith("git.remote-lfs-"), fault.code());
                    } catch (RuntimeException e) {
                        throw new AssertionError("seed " + seed + ", case " + i, e);
                    }
                }
            }
        }
    }

    @Test
    void anOfferThatHasExpiredIsAskedForAgainAndABusyServerIsTriedAgain() throws IOException {
        var asked = new AtomicInteger();
        var busy = new AtomicInteger();
        try (var host = new LfsHost() {
            @Override
            ObjectNode offer(String operation, String oid, long size, String base) {
                ObjectNode node = super.offer(operation, oid, size, base);
                if (asked.getAndIncrement() == 0) {
                    ((ObjectNode) node.at("/actions/download")).put("expires_in", -1).put("href", base + "/store/old");
                }
                return node;
            }

            @Override
            void get(HttpExchange exchange, String oid) throws IOException {
                if (busy.getAndIncrement() == 0) {
                    exchange.getResponseHeaders().add("Retry-After", "0");
                    reply(exchange, 503, new byte[0]);
                } else {
                    super.get(exchange, oid);
                }
            }
        }) {
            host.keep(bytes("a mesh"));
            assertEquals(1, download(host, pointer("a mesh")).done().size());
            assertFalse(host.requests.toString().contains("/store/old"));
            assertEquals(2, busy.get());
        }
    }

    @Test
    void aLineThatIsSilentEndsAndACancelEndsAtOnce() throws IOException {
        // Only a test that fails waits so long.
        int longest = 20;
        patience = Duration.ofSeconds(longest);
        var begun = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        try (var host = new LfsHost() {
            @Override
            void get(HttpExchange exchange, String oid) throws IOException {
                exchange.sendResponseHeaders(200, 6);
                exchange.getResponseBody().write(bytes("a"));
                exchange.getResponseBody().flush();
                begun.countDown();
                try {
                    over.await(longest, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        }) {
            host.keep(bytes("a mesh"));
            Progress untilItBegan = Progress.silent(() -> begun.getCount() == 0);
            try (var client = client(host)) {
                assertThrows(CancelledFault.class,
                        () -> client.download(List.of(pointer("a mesh")), store, untilItBegan));
            }
            patience = Duration.ofMillis(400);
            assertEquals("git.remote-lfs-failed", failure(host, pointer("a mesh")));
            over.countDown();
        }
    }
}
