package org.commonwright.design;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses of repositories: the same one written differently.
public final class RepositoryUrl {
    private static final Pattern URL = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://(?:[^/@]*@)?([^/]*)/*(.*)");
    private static final Pattern SCP = Pattern.compile("(?:[^/@]*@)?([^/:]{2,}):(?!//)/*(.*)");

    private RepositoryUrl() {}

    /// Host and path, without scheme, user, `.git`, and what a host's web pages add behind (`/commit/…`, `/tree/…`).
    /// `git@host:a/b.git`, `https://host/a/b` and `https://host/a/b/commit/123` are the same. A name stays a name.
    public static String normal(String repository) {
        String text = repository.strip();
        for (Pattern pattern : new Pattern[]{URL, SCP}) {
            Matcher m = pattern.matcher(text);
            if (m.matches()) {
                text = m.group(1).toLowerCase(Locale.ROOT) + "/" + m.group(2);
                break;
            }
        }
        return text.replaceFirst("(/-)?/(commit|tree|blob|releases)/.*$", "").replaceFirst("(?<!/)/++$", "")
                .replaceFirst("\\.git$", "");
    }

    /// Whether it is an address that can be cloned from, not a name or a folder.
    public static boolean isAddress(String repository) {
        return URL.matcher(repository.strip()).matches() || SCP.matcher(repository.strip()).matches();
    }

    /// What the repository is called: the last part of its address.
    public static String name(String repository) {
        String normal = normal(repository);
        return normal.substring(normal.lastIndexOf('/') + 1);
    }
}
