package org.commonwright.workbench.pins;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.PlainFiles;
import org.commonwright.i18n.Messages;

/// The steps that were made on a lock, with the way back. A lock that somebody else changed since is not written over.
final class LockSteps {
    private static final int LIMIT = 4 << 20;

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    /// One step; a file that is not there is empty.
    private record Step(Path file, Messages.Key name, byte[] before, byte[] after) {}

    Optional<Messages.Key> undoName() {
        return Optional.ofNullable(done.peek()).map(Step::name);
    }

    Optional<Messages.Key> redoName() {
        return Optional.ofNullable(undone.peek()).map(Step::name);
    }

    /// The lock's bytes now.
    static byte[] bytes(Path design) {
        Path file = file(design);
        return Files.exists(file) ? PlainFiles.read(file, LIMIT) : new byte[0];
    }

    /// Notes what was done.
    ///
    /// @param before the bytes before it
    void did(Path design, Messages.Key name, byte[] before) {
        byte[] after = bytes(design);
        if (!Arrays.equals(before, after)) {
            done.push(new Step(file(design), name, before, after));
            undone.clear();
        }
    }

    /// @throws Fault `pins.changed-since` when the lock is not as the step left it, `files.not-written`
    void undo() {
        if (!done.isEmpty()) {
            Step step = done.peek();
            put(step.file(), step.after(), step.before());
            undone.push(done.pop());
        }
    }

    /// @throws Fault as [#undo]
    void redo() {
        if (!undone.isEmpty()) {
            Step step = undone.peek();
            put(step.file(), step.before(), step.after());
            done.push(undone.pop());
        }
    }

    void forget() {
        done.clear();
        undone.clear();
    }

    private static void put(Path file, byte[] expected, byte[] bytes) {
        byte[] now = Files.exists(file) ? PlainFiles.read(file, LIMIT) : new byte[0];
        if (!Arrays.equals(now, expected)) {
            throw new Fault("pins.changed-since", file);
        }
        if (bytes.length > 0) {
            AtomicFiles.replace(file, bytes);
        } else {
            AtomicFiles.delete(file);
        }
    }

    private static Path file(Path design) {
        return design.resolve(LockFile.PATH.text());
    }
}
