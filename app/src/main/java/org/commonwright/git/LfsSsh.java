package org.commonwright.git;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.git.lfs.LfsEndpoint;
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
    private static final int LONGEST = 64 << 10;

    private LfsSsh() {}

    /// @param operation `download` or `upload`
    /// @throws Fault `git.remote-lfs-none` when the host has no such command
    static LfsEndpoint ask(Repository jgit, URIish uri, String operation, Progress progress) {
        return TransportFaults.call(uri, progress, () -> {
            RemoteSession session = SshSessionFactory.getInstance().getSession(uri, null, jgit.getFS(),
                    TIMEOUT_S * 1000);
            try {
                return read(uri, answer(session, command(uri, operation)));
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

    private static byte[] answer(RemoteSession session, String command) throws IOException {
        Process process = session.exec(command, TIMEOUT_S);
        try {
            return process.getInputStream().readNBytes(LONGEST);
        } finally {
            process.destroy();
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
