package org.commonwright.git;

import java.util.ArrayDeque;
import java.util.List;
import org.commonwright.model.RepoPath;

/// Where a symbolic link of a repository may point: relative, first up, then down, and never out of the repository.
/// `..` after a name is refused, because that name could itself be a link.
public final class LinkTarget {
    private LinkTarget() {}

    /// Whether a link there may say so.
    public static boolean staysInside(RepoPath link, String target) {
        if (target.isEmpty() || target.startsWith("/") || target.indexOf('\\') >= 0 || target.indexOf('\0') >= 0
                || target.matches("[A-Za-z]:.*")) {
            return false;
        }
        var at = new ArrayDeque<>(link.parent().parts());
        boolean down = false;
        for (String part : List.of(target.split("/", -1))) {
            switch (part) {
                case "", "." -> {
                }
                case ".." -> {
                    if (down || at.pollLast() == null) {
                        return false;
                    }
                }
                default -> {
                    down = true;
                    at.addLast(part);
                }
            }
        }
        return RepoPath.isSafe(String.join("/", at));
    }
}
