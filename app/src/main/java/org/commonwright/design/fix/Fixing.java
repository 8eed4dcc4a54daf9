package org.commonwright.design.fix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.FileTree;
import org.commonwright.files.FolderTree;
import org.commonwright.files.Inside;

/// Makes fixes in a design's folder, and takes them back. Each file is replaced whole; when one cannot be written, those before it
/// are put back.
public final class Fixing {
    private Fixing() {}

    /// What a fix would change.
    ///
    /// @throws Fault `design.fix-stale` when the files are not as they were when they were checked
    public static List<ChangedFile> preview(FileTree tree, Fix fix) {
        var files = new EditedFiles(tree);
        files.make(fix);
        return files.changes();
    }

    /// Makes a fix.
    ///
    /// @return what was changed, for [#undo]
    /// @throws Fault `design.fix-stale`, `files.not-written`
    public static List<ChangedFile> apply(Path folder, Fix fix) {
        List<ChangedFile> changes = preview(new FolderTree(folder), fix);
        write(folder, changes, "design.fix-stale");
        return changes;
    }

    /// Puts files back as they were.
    ///
    /// @throws Fault `design.fix-undo-stale` when somebody changed one of them since; then nothing is put back
    public static void undo(Path folder, List<ChangedFile> changes) {
        write(folder, changes.reversed().stream().map(ChangedFile::back).toList(), "design.fix-undo-stale");
    }

    /// Writes changes that were made in memory.
    ///
    /// @throws Fault `design.fix-stale`, `files.not-written`
    public static void write(Path folder, Collection<ChangedFile> changes) {
        write(folder, changes, "design.fix-stale");
    }

    private static void write(Path folder, Collection<ChangedFile> changes, String stale) {
        for (ChangedFile change : changes) {
            if (!AtomicFiles.isAs(path(folder, change), change.before())) {
                throw new Fault(stale, change.file());
            }
        }
        List<ChangedFile> done = new ArrayList<>();
        try {
            for (ChangedFile change : changes) {
                AtomicFiles.change(path(folder, change), change.before(), change.after());
                done.add(change);
            }
        } catch (Fault fault) {
            for (ChangedFile change : done.reversed()) {
                try {
                    AtomicFiles.change(path(folder, change), change.after(), change.before());
                } catch (Fault second) {
                    fault.addSuppressed(second);
                }
            }
            throw fault;
        }
    }

    private static Path path(Path folder, ChangedFile change) {
        return Inside.resolve(folder, change.file().text());
    }
}
