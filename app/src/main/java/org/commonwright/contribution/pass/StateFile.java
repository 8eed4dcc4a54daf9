package org.commonwright.contribution.pass;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/// Saved states in a file of the cache folder.
final class StateFile {
    private final CheckedFile file;

    StateFile(Path file) {
        this.file = new CheckedFile(file, "commonwright lines 11");
    }

    Optional<SavedStates> read() {
        return file.read().map(content -> {
            try {
                return new StateDecoder(new DataInputStream(new ByteArrayInputStream(content))).read();
            } catch (IOException e) {
                throw new UncheckedIOException("the checksum was right, but the content is not", e);
            }
        });
    }

    /// @throws org.commonwright.error.Fault `files.not-written`
    void write(SavedStates saved) {
        var content = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(content)) {
            new StateEncoder(out).write(saved);
        } catch (IOException e) {
            throw new UncheckedIOException("memory took no bytes", e);
        }
        file.write(content.toByteArray());
    }
}
