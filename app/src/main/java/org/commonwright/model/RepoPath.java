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
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\') || text.matches("[A-Za-z]:.*")) {
            return false;
        }
        for (String part : text.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.equalsIgnoreCase(".git")) {
                return false;
            }
        }
        return true;
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
