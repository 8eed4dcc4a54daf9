package org.commonwright.contribution.pass;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.commonwright.files.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file of the cache folder: a line that says what it is, the content, a checksum. It may be deleted at any time; one that is
/// broken or of another version counts as absent.
public final class CheckedFile {
    private static final Logger LOG = LoggerFactory.getLogger(CheckedFile.class);
    private static final int CHECK = 8;

    private final Path file;
    private final byte[] first;

    /// @param first the first line, version included
    public CheckedFile(Path file, String first) {
        this.file = file;
        this.first = (first + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /// The content; empty when there is none that is whole.
    public Optional<byte[]> read() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length - CHECK;
            boolean whole = end >= first.length && Arrays.equals(bytes, 0, first.length, first, 0, first.length)
                    && ByteBuffer.wrap(bytes, end, CHECK).getLong() == check(bytes, end);
            if (whole) {
                return Optional.of(Arrays.copyOfRange(bytes, first.length, end));
            }
            LOG.info("{} is of another version or broken; the history is walked again", file);
        } catch (IOException e) {
            LOG.info("{} cannot be read; the history is walked again", file, e);
        }
        return Optional.empty();
    }

    /// @throws org.commonwright.error.Fault `files.not-written`
    public void write(byte[] content) {
        byte[] bytes = Arrays.copyOf(first, first.length + content.length + CHECK);
        System.arraycopy(content, 0, bytes, first.length, content.length);
        int end = bytes.length - CHECK;
        ByteBuffer.wrap(bytes, end, CHECK).putLong(check(bytes, end));
        AtomicFiles.replaceCache(file, bytes);
    }

    private static long check(byte[] bytes, int end) {
        var crc = new CRC32();
        crc.update(bytes, 0, end);
        return crc.getValue();
    }
}
