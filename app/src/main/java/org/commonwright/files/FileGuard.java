package org.commonwright.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Held while something is read, changed and written that other processes, and other threads, may want to change too. It is a
/// lock of the system's on a file of its own, which stays: a process that dies lets go of it.
public final class FileGuard implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final FileChannel channel;

    private FileGuard(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits until nobody else has it.
    ///
    /// @param file made with its folder when it is not there
    /// @throws IOException when somebody keeps it for ten seconds, or the file cannot be made
    public static FileGuard take(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var guard = new FileGuard(channel);
        boolean taken = false;
        try {
            await(channel, file);
            taken = true;
            return guard;
        } finally {
            if (!taken) {
                guard.close();
            }
        }
    }

    private static void await(FileChannel channel, Path file) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return;
                }
            } catch (OverlappingFileLockException _) {
                // Another thread of this process has it; it lets go in a moment.
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new IOException("locked: " + file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
