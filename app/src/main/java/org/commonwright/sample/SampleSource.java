package org.commonwright.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.commonwright.error.Fault;
import org.commonwright.files.Inside;
import org.commonwright.files.Reason;

/// Where the stored samples are read from: `<sample>/history.toml`, `<sample>/design/…`, `<sample>/variants/…`.
@FunctionalInterface
public interface SampleSource {
    /// The bytes of a file.
    ///
    /// @param path relative, with `/`
    /// @throws Fault `sample.file-missing` when it is not there
    byte[] read(String path);

    /// The samples that came with the program.
    static SampleSource bundled() {
        return path -> {
            try (InputStream in = SampleSource.class.getResourceAsStream("/designs-sample/" + path)) {
                if (in == null) {
                    throw new Fault("sample.file-missing", path);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new Fault(e, "sample.file-missing", path);
            }
        };
    }

    /// Samples in a folder.
    static SampleSource folder(Path folder) {
        return path -> {
            try {
                return Files.readAllBytes(Inside.resolve(folder, path));
            } catch (NoSuchFileException e) {
                throw new Fault(e, "sample.file-missing", path);
            } catch (IOException e) {
                throw new Fault(e, "files.not-read", folder.resolve(path), Reason.of(e));
            }
        };
    }
}
