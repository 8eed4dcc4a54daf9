package org.commonwright.review.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonwright.git.FileChange;
import org.commonwright.model.RepoPath;

/// A mesh that was taken out and came back in another format, `cover.stl` as `cover.3mf` beside it: for Git two files that have
/// nothing to do with each other, for people the same part.
public final class OtherFormat {
    private OtherFormat() {}

    /// The same changes, each such pair as one file that was renamed. A name that several files would fit stays as it is.
    public static List<FileChange> paired(List<FileChange> changes) {
        Map<String, FileChange> gone = byPart(changes, FileChange.Kind.REMOVED);
        if (gone.isEmpty()) {
            return changes;
        }
        Map<String, FileChange> come = byPart(changes, FileChange.Kind.ADDED);
        List<FileChange> paired = new ArrayList<>(changes.size());
        for (FileChange change : changes) {
            FileChange removed = gone.get(part(change.path()));
            FileChange added = come.get(part(change.path()));
            if (removed == null || added == null || change != removed && change != added) {
                paired.add(change);
            } else if (change == added) {
                paired.add(new FileChange(FileChange.Kind.RENAMED, added.path(), removed.path(), removed.oldBlob(),
                        added.newBlob(), removed.oldKind(), added.newKind()));
            }
        }
        return List.copyOf(paired);
    }

    private static Map<String, FileChange> byPart(List<FileChange> changes, FileChange.Kind kind) {
        Map<String, FileChange> found = new HashMap<>();
        var several = new ArrayList<String>();
        for (FileChange change : changes) {
            if (change.kind() == kind && !change.link() && isMesh(change.path())
                    && found.put(part(change.path()), change) != null) {
                several.add(part(change.path()));
            }
        }
        several.forEach(found::remove);
        return found;
    }

    private static boolean isMesh(RepoPath path) {
        String name = path.text().toLowerCase(Locale.ROOT);
        return name.endsWith(".stl") || name.endsWith(".3mf");
    }

    /// The path without its ending.
    private static String part(RepoPath path) {
        String text = path.text();
        return isMesh(path) ? text.substring(0, text.length() - 4) : "";
    }
}
