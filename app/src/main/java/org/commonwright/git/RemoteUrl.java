package org.commonwright.git;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.commonwright.error.Fault;
import org.eclipse.jgit.transport.URIish;

/// Where another repository is: a folder, a bundle file, `file://`, `http://`, `https://`, `ssh://` or `host:path`.
/// Helpers that run a program (`ext::…`) and every other scheme are refused.
final class RemoteUrl {
    private static final Set<String> SCHEMES = Set.of("file", "http", "https", "ssh");

    private RemoteUrl() {}

    /// @param base what a relative folder is relative to
    /// @throws Fault `git.remote-url`
    static URIish parse(String text, Path base) {
        try {
            if (text.isBlank() || text.contains("::") || text.startsWith("-")
                    || text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
                throw new Fault("git.remote-url", text.replaceAll("\\p{Cntrl}", "?"));
            }
            var uri = new URIish(text);
            String host = uri.getHost();
            boolean hostIsAnOption = host != null && host.startsWith("-");
            if (hostIsAnOption || uri.getScheme() != null && !SCHEMES.contains(uri.getScheme())) {
                throw new Fault("git.remote-url", text);
            }
            return uri.isRemote() || uri.getScheme() != null
                    ? uri
                    : uri.setPath(base.resolve(uri.getPath()).normalize().toString());
        } catch (URISyntaxException e) {
            throw new Fault(e, "git.remote-url", text);
        }
    }
}
