package org.commonwright.git;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.git.lfs.LfsEndpoint;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Pause;
import org.commonwright.task.Progress;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.QuotedString;

/// Asks a host that is reached by SSH where its LFS server is and what to tell it (git-lfs, docs/api/server-discovery.md): the
/// command `git-lfs-authenticate`, as every large host has it.
final class LfsSsh {
    private static final int TIMEOUT_S = 30;
    /// How long a host may think before it answers: it looks the person up.
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOOK_AGAIN_MS = 20;
    private static final int LONGEST = 64 << 10;

    private LfsSsh() {}

    /// @param operation `download` or `upload`
    /// @throws Fault `git.remote-lfs-none` when the host has no such command, `git.remote-silent` when it does not answer
    static LfsEndpoint ask(Repository jgit, URIish uri, String operation, Progress progress) {
        return ask(jgit, uri, operation, PATIENCE, progress);
    }

    /// @param patience how long the whole answer may take
    static LfsEndpoint ask(Repository jgit, URIish uri, String operation, Duration patience, Progress progress) {
        return TransportFaults.call(uri, progress, () -> {
            RemoteSession session = SshSessionFactory.getInstance().getSession(uri, null, jgit.getFS(),
                    TIMEOUT_S * 1000);
            try {
                return read(uri, answer(session, uri, command(uri, operation), patience, progress));
            } finally {
                session.disconnect();
            }
        });
    }

    private static String command(URIish uri, String operation) {
        String path = uri.getPath();
        boolean home = uri.getScheme() != null && path.startsWith("/~");
        return "git-lfs-authenticate " + QuotedString.BOURNE.quote(home ? path.substring(1) : path) + " " + operation;
    }

    /// Never waits in a read, which nothing could end: a host that says nothing, or says it byte by byte, is left.
    private static byte[] answer(RemoteSession session, URIish uri, String command, Duration patience,
            Progress progress) throws IOException {
        long begun = System.nanoTime();
        Process process = session.exec(command, TIMEOUT_S);
        try {
            InputStream in = process.getInputStream();
            var answer = new ByteArrayOutputStream();
            while (answer.size() < LONGEST) {
                boolean ended = !process.isAlive();
                int there = in.available();
                if (there > 0) {
                    answer.writeBytes(in.readNBytes(Math.min(there, LONGEST - answer.size())));
                } else if (ended) {
                    break;
                } else {
                    pause();
                }
                if (System.nanoTime() - begun > patience.toNanos()) {
                    throw new Fault("git.remote-silent", uri.toString(), patience.toSeconds());
                }
                progress.check();
            }
            return answer.toByteArray();
        } finally {
            process.destroy();
        }
    }

    private static void pause() {
        try {
            Pause.millis(LOOK_AGAIN_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancelledFault();
        }
    }

    private static LfsEndpoint read(URIish uri, byte[] answer) {
        try {
            JsonNode node = new ObjectMapper().readTree(new String(answer, StandardCharsets.UTF_8));
            String href = node.path("href").asText();
            var url = new URI(href.replaceFirst("(?<!/)/++$", ""));
            if (url.getHost() == null || url.getUserInfo() != null || !href.matches("(?i)https?://.*")) {
                throw new Fault("git.remote-lfs-none", uri.toString());
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            node.path("header").properties().forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
            return new LfsEndpoint(url, headers, uri.toString());
        } catch (JsonProcessingException | URISyntaxException e) {
            throw new Fault(e, "git.remote-lfs-none", uri.toString());
        }
    }
}
