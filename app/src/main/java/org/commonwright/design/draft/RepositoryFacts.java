package org.commonwright.design.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonwright.git.CommitInfo;
import org.commonwright.git.GitRepository;
import org.commonwright.git.History;
import org.commonwright.git.Remote;
import org.commonwright.git.Remotes;
import org.commonwright.model.CommitId;

/// What a repository's own configuration and tags show.
///
/// @param repo the page where people find it, without anybody's name or password in it; empty where its remotes name none
/// @param version the newest tag that looks like a version and leads to what is checked out, without its `v`; else empty
public record RepositoryFacts(String repo, String version) {
    /// What is no repository.
    public static final RepositoryFacts NONE = new RepositoryFacts("", "");

    private static final Pattern VERSION = Pattern
            .compile(
                    "refs/tags/(?:[A-Za-z][A-Za-z0-9]*(?:_[0-9][A-Za-z0-9]*)*[-_/])*[vV]?(\\d+(?:\\.\\d+)+[0-9A-Za-z.+-]*)");
    private static final Pattern WEB = Pattern.compile("(https?)://(?:[^/@]*@)?([A-Za-z0-9.-]+(?::\\d+)?)/(\\S+)");
    private static final Pattern SSH = Pattern
            .compile("(?:ssh://)?(?:[\\w.-]+@)([A-Za-z0-9.-]+)(?::\\d+)?[:/]/?([^\\s:]+)");
    /// Hosts that show over HTTPS what they give over SSH.
    private static final Set<String> FORGES = Set.of("github.com", "gitlab.com", "codeberg.org", "bitbucket.org",
            "framagit.org", "salsa.debian.org");

    public static RepositoryFacts of(GitRepository repository) {
        return new RepositoryFacts(repo(repository),
                repository.head().map(head -> version(repository, head)).orElse(""));
    }

    private static String repo(GitRepository repository) {
        Map<String, String> remotes = new HashMap<>();
        for (Remote remote : repository.remotes().list()) {
            page(remote.url()).ifPresent(page -> remotes.put(remote.name(), page));
        }
        if (remotes.containsKey(Remotes.ORIGIN)) {
            return remotes.get(Remotes.ORIGIN);
        }
        return remotes.size() == 1 ? remotes.values().iterator().next() : "";
    }

    /// The page of a remote; empty for folders, for computers nobody else reaches, and where a page is only a guess.
    static Optional<String> page(String url) {
        Matcher web = WEB.matcher(url);
        if (web.matches()) {
            return web.group(2).indexOf('.') > 0 && !web.group(2).startsWith("127.")
                    ? Optional.of(web.group(1) + "://" + web.group(2) + "/" + plain(web.group(3)))
                    : Optional.empty();
        }
        Matcher ssh = SSH.matcher(url);
        String host = ssh.matches() ? ssh.group(1).toLowerCase(Locale.ROOT) : "";
        return FORGES.contains(host) || host.startsWith("gitlab.")
                ? Optional.of("https://" + host + "/" + plain(ssh.group(2)))
                : Optional.empty();
    }

    private static String plain(String path) {
        return path.replaceFirst("[?#].*$", "").replaceFirst("(?<!/)/++$", "").replaceFirst("\\.git$", "");
    }

    /// The version that a tag is called by; empty for any other.
    static Optional<String> version(String ref) {
        Matcher version = VERSION.matcher(ref);
        return version.matches() ? Optional.of(version.group(1)) : Optional.empty();
    }

    private static String version(GitRepository repository, CommitId head) {
        Map<CommitId, String> versions = new HashMap<>();
        repository.refs().list("refs/tags/").forEach((ref, commit) -> {
            version(ref).ifPresent(
                    version -> versions.merge(commit, version, (a, b) -> a.length() >= b.length() ? a : b));
        });
        if (versions.isEmpty()) {
            return "";
        }
        try (Stream<CommitInfo> commits = repository.history().walk(List.of(head),
                History.Order.NEWEST_FIRST)) {
            return commits.map(CommitInfo::id).filter(versions::containsKey).findFirst().map(versions::get).orElse("");
        }
    }
}
