package org.commonwright.machine.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// Records appended to a file, on the disk once [#force] returns.
class JournalFile implements AutoCloseable {
    private final FileChannel channel;
    private final ReentrantLock one = new ReentrantLock();

    JournalFile(FileChannel channel) {
        this.channel = channel;
    }

    /// Makes the file; it must not be there.
    static JournalFile create(Path path) throws IOException {
        var file = new JournalFile(open(path));
        try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            // So that the new name itself survives a power cut; Windows cannot open folders and needs no such care.
            folder.force(true);
        } catch (IOException e) {
            if (!System.getProperty("os.name").startsWith("Windows")) {
                file.close();
                throw e;
            }
        }
        return file;
    }

    static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /// One record after the other, whoever writes them; a force meanwhile holds nobody up.
    void append(ObjectNode node) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(RecordLine.write(node));
        one.lock();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } finally {
            one.unlock();
        }
    }

    void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
