package org.commonwright.design.draft;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.Inside;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// Manifests that were written to a folder, to be taken back as long as nobody has changed them since.
public final class ManifestWriting {
    private record Written(RepoPath path, Path file, byte @Nullable [] before, byte[] after) {}

    private final List<Written> files = new ArrayList<>();

    private ManifestWriting() {}

    /// Writes the drafts that are a change, each file whole or not at all.
    ///
    /// @throws Fault `design.manifest-changed` when a file is no longer as it was read (nothing is written then), and what
    ///         [AtomicFiles#replace] and [Inside#resolve] throw; what was written before that is taken back
    public static ManifestWriting write(Path folder, List<ManifestDraft> drafts) {
        var writing = new ManifestWriting();
        List<ManifestDraft> changes = drafts.stream().filter(ManifestDraft::isChange).toList();
        for (ManifestDraft draft : changes) {
            Path file = Inside.resolve(folder, draft.file().text());
            byte[] before = draft.before() == null ? null : draft.before().getBytes(StandardCharsets.UTF_8);
            if (!AtomicFiles.isAs(file, before)) {
                throw new Fault("design.manifest-changed", file);
            }
            writing.files.add(new Written(draft.file(), file, before, draft.text().getBytes(StandardCharsets.UTF_8)));
        }
        int done = 0;
        try {
            for (Written one : writing.files) {
                AtomicFiles.change(one.file, one.before, one.after);
                done++;
            }
        } catch (Fault fault) {
            writing.files.subList(done, writing.files.size()).clear();
            writing.undo();
            throw fault;
        }
        return writing;
    }

    /// How many files were written.
    public int count() {
        return files.size();
    }

    /// The files that were written, as paths in the design.
    public List<RepoPath> files() {
        return files.stream().map(Written::path).toList();
    }

    /// Puts every file back as it was.
    ///
    /// @throws Fault `design.manifest-changed` when one of them was changed since; nothing is taken back then
    public void undo() {
        for (Written one : files) {
            if (!AtomicFiles.isAs(one.file, one.after)) {
                throw new Fault("design.manifest-changed", one.file);
            }
        }
        for (Written one : files) {
            AtomicFiles.change(one.file, one.after, one.before);
        }
    }
}
