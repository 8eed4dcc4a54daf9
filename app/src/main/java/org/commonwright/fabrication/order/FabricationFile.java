package org.commonwright.fabrication.order;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonwright.bom.BomLine;
import org.commonwright.fabrication.workshop.Envelope;
import org.commonwright.files.FileTree;
import org.commonwright.gcode.Dialect;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.MotionLimits;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.model.Bounds;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// What is known of the file that a machine makes a part from.
///
/// @param refused whether the firmware would refuse a line of it
/// @param printer whether it is for a printer's firmware
record FabricationFile(ContentId sha256, Envelope envelope, double seconds, boolean refused, boolean printer) {
    /// The most bytes of one file that are read.
    static final long LIMIT = 512L << 20;

    /// The first of a line's files that a machine can run; empty when there is none.
    static Optional<String> written(BomLine line) {
        return line.files().stream().filter(FabricationFile::runs).findFirst();
    }

    private static boolean runs(String file) {
        String name = file.strip().toLowerCase(Locale.ROOT);
        return name.matches(".*\\.(gcode|gco|g|nc|ngc|tap|cnc)");
    }

    /// Reads each file once, however many parts are made from it.
    static final class Reader {
        private final Map<String, FabricationFile> read = new HashMap<>();
        private final Progress progress;

        Reader(Progress progress) {
            this.progress = progress;
        }

        /// @throws org.commonwright.error.Fault what [GcodeReader] and [FileTree#read] throw
        FabricationFile read(FileTree tree, RepoPath file) {
            String key = tree.fingerprint(file) + ":" + file;
            FabricationFile known = read.get(key);
            if (known == null) {
                progress.check();
                byte[] bytes = tree.read(file, LIMIT);
                known = of(bytes, GcodeReader.read(bytes, file.text(), Progress.NONE));
                read.put(key, known);
            }
            return known;
        }
    }

    private static FabricationFile of(byte[] bytes, GcodeFile program) {
        Bounds box = program.toolpath().bounds();
        double seconds = TimeEstimator.estimate(program.toolpath(), MotionLimits.of(program.dialect())).seconds();
        return new FabricationFile(ContentId.of(bytes), Envelope.rounded(box.sizeX(), box.sizeY(), box.sizeZ()),
                seconds,
                program.refused(), program.dialect() == Dialect.MARLIN);
    }
}
