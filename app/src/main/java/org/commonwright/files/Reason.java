package org.commonwright.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.commonwright.i18n.Messages;

/// Why a file could not be read or written, as the argument of a fault that names the file itself: the message of an exception
/// often is that name once more, and nothing else.
public final class Reason {
    private Reason() {}

    /// @return a text of the system, or the key of one of ours
    public static Object of(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> Messages.Key.of("files.reason-missing");
            case AccessDeniedException _ -> Messages.Key.of("files.reason-denied");
            case FileAlreadyExistsException _ -> Messages.Key.of("files.reason-exists");
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> e.getMessage() == null ? Messages.Key.of("files.reason-unknown") : e.getMessage();
        };
    }
}
