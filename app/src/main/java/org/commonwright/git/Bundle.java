package org.commonwright.git;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.BundleWriter;

/// A file with refs and their objects, as `git bundle` makes it.
final class Bundle {
    private final Repository jgit;
    private final Path folder;

    Bundle(Repository jgit, Path folder) {
        this.jgit = jgit;
        this.folder = folder;
    }

    void write(Path file, List<String> refs, List<CommitId> known, Progress progress) throws IOException {
        var writer = new BundleWriter(jgit);
        for (String name : refs) {
            Ref ref = jgit.exactRef(name);
            if (ref == null || ref.getObjectId() == null) {
                throw new Fault("git.no-revision", name, folder);
            }
            writer.include(name, ref.getObjectId());
        }
        try (var walk = new RevWalk(jgit)) {
            for (CommitId id : known) {
                writer.assume(walk.parseCommit(Ids.object(id)));
            }
        }
        Path whole = file.toAbsolutePath();
        Path temporary = AtomicFiles.temporary(whole);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                writer.writeBundle(new ProgressBridge(progress), out);
            } catch (MissingObjectException | CorruptObjectException e) {
                throw GitIo.fault(folder, e);
            }
            Files.move(temporary, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
