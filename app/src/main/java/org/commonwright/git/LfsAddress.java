package org.commonwright.git;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.lfs.LfsEndpoint;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/// Where the LFS server of a remote is.
final class LfsAddress {
    private static final String CONFIG = ".lfsconfig";
    private static final long LARGEST_CONFIG = 64 << 10;

    private LfsAddress() {}

    /// Beside the repository on the same HTTP server. A name and password in the remote's own address are told to it.
    static LfsEndpoint beside(URIish uri) {
        String path = uri.getRawPath().replaceFirst("(?<!/)/++$", "");
        URI url = on(uri, path + (path.endsWith(Constants.DOT_GIT) ? "" : Constants.DOT_GIT) + "/info/lfs");
        return new LfsEndpoint(url, headers(uri), uri.toString());
    }

    private static URI on(URIish uri, String path) {
        String host = uri.getHost().contains(":") && !uri.getHost().startsWith("[")
                ? "[" + uri.getHost() + "]"
                : uri.getHost();
        try {
            return new URI(uri.getScheme() + "://" + host + (uri.getPort() > 0 ? ":" + uri.getPort() : "") + path);
        } catch (URISyntaxException e) {
            throw new Fault(e, "git.remote-url", uri.toString());
        }
    }

    private static Map<String, String> headers(URIish uri) {
        if (uri.getUser() == null || uri.getPass() == null) {
            return Map.of();
        }
        byte[] known = (uri.getUser() + ":" + uri.getPass()).getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(known));
    }

    /// What the repository itself says in `.lfsconfig`: one address, of the web and without a name or password. Nothing else in
    /// that file counts.
    static Optional<URI> configured(Repository jgit, @Nullable ObjectId commit) throws IOException {
        if (commit == null) {
            return Optional.empty();
        }
        try (var walk = new RevWalk(jgit);
                TreeWalk at = TreeWalk.forPath(walk.getObjectReader(), CONFIG, walk.parseCommit(commit).getTree())) {
            if (at == null || at.getFileMode(0).getObjectType() != Constants.OBJ_BLOB
                    || walk.getObjectReader().getObjectSize(at.getObjectId(0), Constants.OBJ_BLOB) > LARGEST_CONFIG) {
                return Optional.empty();
            }
            // A plain Config follows no includes.
            var config = new Config();
            config.fromText(new String(Blobs.read(jgit, at.getObjectId(0), CONFIG, LARGEST_CONFIG),
                    StandardCharsets.UTF_8));
            return Optional.ofNullable(config.getString("lfs", null, "url")).flatMap(LfsAddress::web);
        } catch (ConfigInvalidException e) {
            throw new Fault(e, "git.config-broken", CONFIG, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<URI> web(String text) {
        try {
            var url = new URI(text.replaceFirst("(?<!/)/++$", ""));
            return url.getHost() != null && url.getUserInfo() == null && url.getQuery() == null
                    && String.valueOf(url.getScheme()).matches("(?i)https?") ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
