package org.commonwright.git;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.lfs.LfsEndpoint;
import org.commonwright.git.lfs.LfsFolder;
import org.commonwright.git.lfs.LfsRemote;
import org.commonwright.git.lfs.LfsServer;
import org.commonwright.git.lfs.LfsStore;
import org.commonwright.task.Progress;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.transport.URIish;

/// Opens the way to the large files of a remote: a folder, a server beside the repository, or one that SSH or `.lfsconfig`
/// names.
final class LfsTransports {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final GuardedRepository jgit;
    private final Remotes remotes;

    LfsTransports(GuardedRepository jgit, Remotes remotes) {
        this.jgit = jgit;
        this.remotes = remotes;
    }

    /// What is to be done, and who wants it.
    enum Purpose {
        /// A person asked for it.
        FETCH("download"),
        /// It comes along with something else, so only the remote's own host is spoken to.
        FETCH_ALONG("download"), PUSH("upload");

        private final String operation;

        Purpose(String operation) {
            this.operation = operation;
        }
    }

    /// @param remote its name or address
    /// @throws Fault `git.remote-lfs-elsewhere` when the repository names another server and that is not spoken to,
    ///         `git.remote-lfs-none` for what can keep no large files, such as a bundle
    LfsRemote open(String remote, Purpose purpose, Progress progress) {
        URIish uri = remotes.uri(remote);
        GuardedRepository folder = FolderRemote.repository(jgit, uri);
        if (folder != null) {
            try (folder) {
                return new LfsFolder(new LfsStore(folder.getCommonDirectory().toPath()), uri.toString());
            }
        }
        String scheme = uri.getScheme();
        boolean web = scheme != null && scheme.matches("https?");
        if (uri.getHost() == null || !web && scheme != null && !scheme.equals("ssh")) {
            throw new Fault("git.remote-lfs-none", uri.toString());
        }
        Optional<URI> configured = GitIo.call(jgit.getDirectory(), this::configured);
        if (configured.isPresent()) {
            return server(configured(uri, web, configured.get(), purpose));
        }
        return server(web ? LfsAddress.beside(uri) : LfsSsh.ask(jgit, uri, purpose.operation, progress));
    }

    private Optional<URI> configured() throws IOException {
        return LfsAddress.configured(jgit, jgit.resolve(Constants.HEAD + "^{commit}"));
    }

    private static LfsEndpoint configured(URIish uri, boolean web, URI url, Purpose purpose) {
        LfsEndpoint beside = web ? LfsAddress.beside(uri) : null;
        boolean own = beside == null
                ? url.getScheme().equalsIgnoreCase("https") && url.getHost().equalsIgnoreCase(uri.getHost())
                : beside.isOnServerOf(url);
        if (!own && purpose != Purpose.FETCH) {
            throw new Fault("git.remote-lfs-elsewhere", uri.toString(), url.toString());
        }
        return own && beside != null
                ? new LfsEndpoint(url, beside.headers(), uri.toString())
                : LfsEndpoint.open(url);
    }

    private static LfsRemote server(LfsEndpoint endpoint) {
        return new LfsServer(endpoint, InstantSource.system(), PATIENCE);
    }
}
