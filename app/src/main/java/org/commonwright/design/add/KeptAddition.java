package org.commonwright.design.add;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.design.Pinning;
import org.commonwright.design.Workspace;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;

/// Writes what was added: first the pins, so that no list on disk asks for a pin that is not there.
public final class KeptAddition {
    private KeptAddition() {}

    /// Writes the pins and the list.
    ///
    /// @param document the list before
    /// @throws Fault `files.changed-since` when somebody changed one of them meanwhile, `design.lock-broken`, `files.not-written`;
    ///         the list is then as it was
    public static void write(Workspace workspace, Path design, Path file, BomDocument document, Addition addition) {
        // What could go wrong with the list goes wrong before anything is written.
        byte[] before = document.text().bytes();
        byte[] after = document.apply(addition.edit()).bytes();
        AtomicFiles.expect(file, before);
        pin(workspace, design, addition.pins());
        AtomicFiles.change(file, before, after);
    }

    /// Writes the pins that lists ask for and that the lock does not have.
    ///
    /// @param lists as they are to be written
    /// @param wishes pins that lines were added with; those that no line asks for any more are left alone
    /// @return whether a pin was written
    public static boolean pin(Workspace workspace, Path design, Collection<BomDocument> lists,
            List<PinWish> wishes) {
        return pin(workspace, design,
                wishes.stream().filter(wish -> lists.stream().anyMatch(l -> asks(l, wish))).toList());
    }

    private static boolean pin(Workspace workspace, Path design, List<PinWish> wishes) {
        boolean pinned = false;
        LockFile lock = Pinning.lock(design);
        for (PinWish wish : wishes) {
            if (lock.entry(wish.name()).isEmpty()) {
                new Pinning(workspace).pin(design, wish.name(), wish.repository(), wish.path().text(),
                        wish.commit().hex());
                pinned = true;
            }
        }
        return pinned;
    }

    private static boolean asks(BomDocument list, PinWish wish) {
        return list.read().lines().stream().anyMatch(line -> line.module().equals("@" + wish.name()));
    }
}
