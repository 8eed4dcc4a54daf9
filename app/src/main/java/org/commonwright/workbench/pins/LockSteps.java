package org.commonwright.workbench.pins;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.commonwright.design.manifest.LockFile;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.PlainFiles;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// The steps that were made on a lock, with the way back. A lock that somebody else changed since is not written over. What
/// reads or writes says so and is for a task; the rest only keeps account.
final class LockSteps {
    private static final int LIMIT = 4 << 20;

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    /// One step; a file that is not there is empty.
    record Step(Path file, Messages.Key name, byte[] before, byte[] after) {
        /// What was made of a lock. Reads it.
        ///
        /// @param before the bytes before it
        static Step made(Path design, Messages.Key name, byte[] before) {
            return new Step(lock(design), name, before, bytes(design));
        }

        /// Writes the lock as it was before.
        ///
        /// @throws Fault `pins.changed-since` when the lock is not as the step left it, `files.not-written`
        void takeBack() {
            put(file, after, before);
        }

        /// Writes the lock as it was after.
        ///
        /// @throws Fault as [#takeBack]
        void again() {
            put(file, before, after);
        }
    }

    /// The step that can be undone.
    @Nullable
    Step last() {
        return done.peek();
    }

    /// The step that can be redone.
    @Nullable
    Step next() {
        return undone.peek();
    }

    /// The lock's bytes now. Reads it.
    static byte[] bytes(Path design) {
        Path file = lock(design);
        return Files.exists(file) ? PlainFiles.read(file, LIMIT) : new byte[0];
    }

    /// Notes what was made.
    void did(Step step) {
        if (!Arrays.equals(step.before(), step.after())) {
            done.push(step);
            undone.clear();
        }
    }

    /// Notes that the last step was taken back.
    void undone() {
        undone.push(done.pop());
    }

    /// Notes that the next step was made again.
    void redone() {
        done.push(undone.pop());
    }

    void forget() {
        done.clear();
        undone.clear();
    }

    private static void put(Path file, byte[] expected, byte[] bytes) {
        if (!AtomicFiles.isAs(file, there(expected))) {
            throw new Fault("pins.changed-since", file);
        }
        AtomicFiles.change(file, there(expected), there(bytes));
    }

    private static byte @Nullable [] there(byte[] bytes) {
        return bytes.length == 0 ? null : bytes;
    }

    private static Path lock(Path design) {
        return design.resolve(LockFile.PATH.text());
    }
}
