package org.commonwright.git;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.commonwright.error.Fault;
import org.commonwright.files.Reason;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.errors.MissingObjectException;

/// Turns what JGit throws into faults that a person can read.
final class GitIo {
    private GitIo() {}

    /// Something that reads or writes a repository.
    @FunctionalInterface
    interface Access<T> {
        T run() throws IOException;
    }

    /// @param where the repository, or the file in it, that the sentence names
    static <T> T call(Object where, Access<T> access) {
        try {
            return access.run();
        } catch (IOException e) {
            throw fault(where, e);
        } catch (LargeObjectException e) {
            throw tooLarge(where, e);
        } catch (InvalidObjectIdException e) {
            // Of a commit that names what is no object; its message is the rest of that commit.
            throw new Fault(e, "git.corrupt", where, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /// The files of a commit, for a sentence.
    static Object in(CommitId commit, Object repository) {
        return Messages.Key.of("git.in-commit", commit.abbreviated(), repository);
    }

    static Fault fault(Object where, IOException e) {
        return switch (e) {
            case MissingObjectException missing ->
                new Fault(e, "git.missing-object", missing.getObjectId().name(), where);
            case IncorrectObjectTypeException _ -> new Fault(e, "git.corrupt", where, String.valueOf(e.getMessage()));
            case CorruptObjectException _ -> new Fault(e, "git.corrupt", where, String.valueOf(e.getMessage()));
            case LockFailedException locked -> new Fault(e, "git.locked", where, locked.getFile() + ".lock");
            // An object of which nothing, or only the beginning, is on the disk.
            case EOFException _ -> new Fault(e, "git.corrupt", where, String.valueOf(e.getMessage()));
            case FileNotFoundException _ -> new Fault(e, "git.failed", where, Reason.of(e));
            // JGit reads some files in tasks of its own, and hands out what ended the task.
            case IOException wrapped when wrapped.getCause() instanceof ExecutionException task
                    && task.getCause() instanceof IOException cause ->
                fault(where, cause);
            default -> isDiskFull(e)
                    ? new Fault(e, "git.disk-full", where)
                    : new Fault(e, "git.failed", where, Reason.of(e));
        };
    }

    static Fault tooLarge(Object where, LargeObjectException e) {
        return new Fault(e, "git.failed", where, String.valueOf(e.getMessage()));
    }

    static boolean isDiskFull(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("not enough space")
                    || message.contains("disk quota")) {
                return true;
            }
        }
        return false;
    }
}
