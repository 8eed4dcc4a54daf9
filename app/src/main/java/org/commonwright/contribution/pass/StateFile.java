package org.commonwright.contribution.pass;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saved states in a file of the cache folder. It may be deleted at any time; one that is broken or of another version counts
/// as absent, and the next pass walks the whole history again.
final class StateFile {
    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final byte[] MAGIC = "commonwright lines 6\n".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECK = 8;

    private final Path file;

    StateFile(Path file) {
        this.file = file;
    }

    Optional<SavedStates> read() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length - CHECK;
            boolean whole = end >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                    && ByteBuffer.wrap(bytes, end, CHECK).getLong() == check(bytes, end);
            if (!whole) {
                LOG.info("{} is of another version or broken; the history is walked again", file);
                return Optional.empty();
            }
            var in = new ByteArrayInputStream(bytes, MAGIC.length, end - MAGIC.length);
            return Optional.of(new StateDecoder(new DataInputStream(in)).read());
        } catch (IOException e) {
            LOG.info("{} cannot be read; the history is walked again", file, e);
            return Optional.empty();
        }
    }

    /// @throws Fault `files.not-written`
    void write(SavedStates saved) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            new StateEncoder(out).write(saved);
            byte[] body = bytes.toByteArray();
            out.writeLong(check(body, body.length));
        } catch (IOException e) {
            throw new Fault(e, "files.not-written", file, Reason.of(e));
        }
        AtomicFiles.replace(file, bytes.toByteArray());
    }

    private static long check(byte[] bytes, int end) {
        var crc = new CRC32();
        crc.update(bytes, 0, end);
        return crc.getValue();
    }
}
