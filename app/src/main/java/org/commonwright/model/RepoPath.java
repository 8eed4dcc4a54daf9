package org.commonwright.model;

import java.util.ArrayList;
import java.util.List;

/// A path inside a repository: relative, `/` between its parts, without `.`, `..`, control characters or a `.git` part.
/// The root is the empty path.
public record RepoPath(String text) implements Comparable<RepoPath> {
    public static final RepoPath ROOT = new RepoPath("");

    public RepoPath {
        if (!isSafe(text)) {
            throw new IllegalArgumentException("not a path inside a repository: " + text);
        }
    }

    /// Whether `text` may be used as a path inside a repository. Check before constructing from foreign text.
    public static boolean isSafe(String text) {
        if (text.isEmpty()) {
            return true;
        }
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7f || c == '\\') {
                return false;
            }
            if (c == '/') {
                if (!isPart(text, from, i)) {
                    return false;
                }
                from = i + 1;
            }
        }
        return isPart(text, from, text.length()) && !isDrive(text);
    }

    private static boolean isPart(String text, int from, int to) {
        int length = to - from;
        return length != 0 && !(length <= 2 && text.startsWith(length == 1 ? "." : "..", from))
                && !(length == 4 && text.regionMatches(true, from, ".git", 0, 4));
    }

    /// `C:` and what follows it.
    private static boolean isDrive(String text) {
        return text.length() >= 2 && text.charAt(1) == ':' && (text.charAt(0) | 0x20) >= 'a'
                && (text.charAt(0) | 0x20) <= 'z';
    }

    public boolean isRoot() {
        return text.isEmpty();
    }

    public RepoPath resolve(String child) {
        return new RepoPath(isRoot() ? child : child.isEmpty() ? text : text + "/" + child);
    }

    /// The folder that holds this path; the root's is the root.
    public RepoPath parent() {
        int slash = text.lastIndexOf('/');
        return slash < 0 ? ROOT : new RepoPath(text.substring(0, slash));
    }

    public String fileName() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /// Whether this is `folder` or lies below it.
    public boolean isUnder(RepoPath folder) {
        return folder.isRoot() || text.equals(folder.text) || text.startsWith(folder.text + "/");
    }

    public List<String> parts() {
        return isRoot() ? List.of() : new ArrayList<>(List.of(text.split("/")));
    }

    @Override
    public int compareTo(RepoPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
