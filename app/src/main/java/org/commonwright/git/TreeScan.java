package org.commonwright.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/// Finds the files that differ between two trees, with as little work as can be: a whole history has a pair of them for each commit, and
/// in a program that just began every call is a slow one.
final class TreeScan {
    private static final byte[] NOTHING = {};

    private final ObjectReader reader;
    private final TreeBound bound;
    private final List<FileChange> changes = new ArrayList<>();
    private final Deque<Pair> todo = new ArrayDeque<>();
    private int leftOut;

    /// A folder before and after; `path` ends with a slash unless it is the root.
    private record Pair(byte[] path, @Nullable AnyObjectId before, @Nullable AnyObjectId after) {}

    /// @param commit named in the fault `git.too-many-paths`
    TreeScan(ObjectReader reader, AnyObjectId commit) {
        this.reader = reader;
        this.bound = TreeBound.of(commit);
    }

    /// What changed, sorted by path. Paths that are not safe are left out.
    ///
    /// @param before null for no files at all
    List<FileChange> between(@Nullable AnyObjectId before, AnyObjectId after) throws IOException {
        if (before == null || !before.equals(after)) {
            todo.push(new Pair(NOTHING, before, after));
        }
        while (!todo.isEmpty()) {
            compare(todo.pop());
        }
        if (changes.size() > 1) {
            changes.sort(Comparator.comparing(FileChange::path));
        }
        return List.copyOf(changes);
    }

    /// How many changes were left out.
    int leftOut() {
        return leftOut;
    }

    private void compare(Pair folders) throws IOException {
        var a = new TreeCursor(bytes(folders.before), folders.before);
        var b = new TreeCursor(bytes(folders.after), folders.after);
        while (!a.ended() || !b.ended()) {
            int order = a.ended() ? 1 : b.ended() ? -1 : a.compareTo(b);
            if (order < 0) {
                changed(folders.path, a, null);
                a.next();
            } else if (order > 0) {
                changed(folders.path, null, b);
                b.next();
            } else {
                if (!a.sameId(b) || !a.sameMode(b)) {
                    changed(folders.path, a, b);
                }
                a.next();
                b.next();
            }
        }
    }

    private byte[] bytes(@Nullable AnyObjectId tree) throws IOException {
        return tree == null ? NOTHING : reader.open(tree, Constants.OBJ_TREE).getCachedBytes();
    }

    private void changed(byte[] above, @Nullable TreeCursor a, @Nullable TreeCursor b) {
        TreeCursor one = a == null ? b : a;
        bound.count(above.length + one.length());
        byte[] raw = one.path(above);
        if (one.isFolder()) {
            todo.push(new Pair(raw, a == null ? null : a.id(), b == null ? null : b.id()));
            return;
        }
        String text = decoded(raw);
        boolean retyped = a != null && b != null && !a.sameType(b) && !a.sameId(b);
        if (!RepoPath.isSafe(text)) {
            leftOut += retyped ? 2 : 1;
        } else if (retyped) {
            RepoPath path = new RepoPath(text);
            changes.add(change(path, a, null));
            changes.add(change(path, null, b));
        } else if (a == null || b == null || !a.sameId(b) || !a.sameType(b) || a.kind() != b.kind()) {
            changes.add(change(new RepoPath(text), a, b));
        }
    }

    private static FileChange change(RepoPath path, @Nullable TreeCursor a, @Nullable TreeCursor b) {
        FileChange.Kind kind = a == null
                ? FileChange.Kind.ADDED
                : b == null ? FileChange.Kind.REMOVED : FileChange.Kind.MODIFIED;
        return new FileChange(kind, path, a == null ? null : path, a == null ? null : a.id().name(),
                b == null ? null : b.id().name(), a == null ? null : a.kind(), b == null ? null : b.kind());
    }

    private static String decoded(byte[] path) {
        for (byte b : path) {
            if (b < 0) {
                return RawParseUtils.decode(StandardCharsets.UTF_8, path);
            }
        }
        return new String(path, StandardCharsets.ISO_8859_1);
    }
}
