package org.commonwright.workbench.preview;

import java.util.concurrent.atomic.AtomicReference;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// Reads previews and keeps the last one: a file that did not change gives the same preview again, so that a view which
/// shows it stays as it is (its camera, its slider, where it was scrolled to). Called in the background.
public final class LastPreview {
    private record Kept(String key, Preview preview) {}

    private final AtomicReference<Kept> kept = new AtomicReference<>(new Kept("", new Preview.Opaque(0)));

    /// As [PreviewReader#read].
    public Preview read(FileTree tree, RepoPath file, PreviewKind kind, Progress progress) {
        String key = kind + " " + file + " " + tree.fingerprint(file);
        Kept last = kept.get();
        if (last.key().equals(key)) {
            return last.preview();
        }
        Preview preview = PreviewReader.read(tree, file, kind, progress);
        // A content that comes later does not change its pointer.
        if (!(preview instanceof Preview.Elsewhere)) {
            kept.set(new Kept(key, preview));
        }
        return preview;
    }
}
