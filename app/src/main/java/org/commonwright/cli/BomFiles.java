package org.commonwright.cli;

import java.nio.file.Path;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.error.Fault;
import org.commonwright.files.PlainFiles;

/// Reads the files that are named on the command line.
final class BomFiles {
    private BomFiles() {}

    /// @throws Fault what [PlainFiles#read] throws
    static byte[] read(Path file) {
        return PlainFiles.read(file, CsvText.LIMIT);
    }
}
