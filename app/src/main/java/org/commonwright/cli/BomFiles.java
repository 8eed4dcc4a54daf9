package org.commonwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.error.Fault;

/// Reads the files that are named on the command line.
final class BomFiles {
    private BomFiles() {}

    /// @throws Fault `files.not-read` or `files.too-large`
    static byte[] read(Path file) {
        try {
            long size = Files.size(file);
            if (size > CsvText.LIMIT) {
                throw new Fault("files.too-large", file, size, CsvText.LIMIT);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", file, String.valueOf(e.getMessage()));
        }
    }
}
