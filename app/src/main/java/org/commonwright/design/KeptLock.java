package org.commonwright.design;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.PlainFiles;
import org.jspecify.annotations.Nullable;

/// The lock of a design as it was read, to be written again when nobody has changed it meanwhile.
final class KeptLock {
    private static final long LIMIT = 4L << 20;

    private final Path file;
    private final byte @Nullable [] bytes;
    private final LockFile lock;

    private KeptLock(Path design, Consumer<Problem> problems) {
        file = design.resolve(LockFile.PATH.text());
        if (Files.isSymbolicLink(file)) {
            throw new Fault("files.is-link", file);
        }
        bytes = PlainFiles.readIfThere(file, LIMIT);
        lock = bytes == null ? LockFile.EMPTY : LockFile.read(LockFile.PATH.text(), bytes, problems);
    }

    /// One that cannot be read in full is not to be written over.
    ///
    /// @throws Fault `design.lock-broken`, what reading it throws
    static KeptLock whole(Path design) {
        List<Problem> problems = new ArrayList<>();
        KeptLock kept = new KeptLock(design, problems::add);
        if (problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
            throw new Fault("design.lock-broken", design);
        }
        return kept;
    }

    /// As far as it can be read.
    static KeptLock of(Path design, Consumer<Problem> problems) {
        return new KeptLock(design, problems);
    }

    LockFile lock() {
        return lock;
    }

    /// @throws Fault `files.changed-since`, `files.is-link`, `files.not-written`
    void replace(LockFile next) {
        AtomicFiles.change(file, bytes, next.write().getBytes(StandardCharsets.UTF_8));
    }
}
