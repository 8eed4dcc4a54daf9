package org.commonwright.files;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.commonwright.model.RepoPath;

/// Paths as people write them in manifests and bills of materials: `export/a.stl`, `./a`, `../controller`, `/docs/a.md`.
public final class RelativePath {
    private RelativePath() {}

    /// The path that `written` means in `folder`; one that begins with `/` starts at the root of the repository. Empty for a
    /// URL and for a path that leaves the repository.
    public static Optional<RepoPath> resolve(RepoPath folder, String written) {
        if (written.isBlank() || isUrl(written)) {
            return Optional.empty();
        }
        String text = written.strip().replace('\\', '/');
        Deque<String> parts = new ArrayDeque<>(text.startsWith("/") ? List.of() : folder.parts());
        for (String part : text.split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        return RepoPath.isSafe(joined) ? Optional.of(new RepoPath(joined)) : Optional.empty();
    }

    /// The file of `tree` that `written` means: in `folder`, or (as the standard has it) from the root of the repository.
    public static Optional<RepoPath> existing(RepoPath folder, String written, FileTree tree) {
        return resolve(folder, written).filter(tree::exists)
                .or(() -> resolve(RepoPath.ROOT, written).filter(tree::exists));
    }

    /// How a text in `folder` names a file: `export/a.stl`, `../a.stl`.
    public static String from(RepoPath folder, RepoPath file) {
        return way(folder, file, file.parts().size() - 1);
    }

    /// How a text in `folder` names a folder: `a`, `../b`, `..`; `.` for `folder` itself.
    public static String toFolder(RepoPath folder, RepoPath to) {
        String way = way(folder, to, to.parts().size()).replaceFirst("/$", "");
        return way.isEmpty() ? "." : way;
    }

    /// @param most how many first parts may be the same as those of `folder`, and need not be said
    private static String way(RepoPath folder, RepoPath to, int most) {
        List<String> above = folder.parts();
        List<String> parts = to.parts();
        int same = 0;
        while (same < above.size() && same < most && above.get(same).equals(parts.get(same))) {
            same++;
        }
        return "../".repeat(above.size() - same) + String.join("/", parts.subList(same, parts.size()));
    }

    /// Whether it is the address of something elsewhere.
    public static boolean isUrl(String written) {
        return written.matches("(?i)\\s*([a-z][a-z0-9+.-]+://|mailto:|git@).*");
    }
}
