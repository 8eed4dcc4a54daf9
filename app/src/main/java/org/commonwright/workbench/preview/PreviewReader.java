package org.commonwright.workbench.preview;

import java.util.Optional;
import org.commonwright.files.FileTree;
import org.commonwright.files.LfsPointer;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.gcode.MotionLimits;
import org.commonwright.gcode.TimeEstimator;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshMeasures;
import org.commonwright.mesh.MeshReader;
import org.commonwright.model.RepoPath;
import org.commonwright.publish.page.Markdown;
import org.commonwright.raster.MeshModel;
import org.commonwright.raster.PathModel;
import org.commonwright.task.Progress;
import org.commonwright.workbench.toolpath.ByteLines;
import org.commonwright.workbench.toolpath.PathProgram;

/// Reads a file for its preview. Called in the background.
public final class PreviewReader {
    private static final long LARGEST_MODEL = 512L << 20;
    private static final long LARGEST_TEXT = 32L << 20;
    private static final long LARGEST_DOCUMENT = 1L << 20;
    private static final int PICTURE_SIDE = 2_048;

    private PreviewReader() {}

    /// @throws org.commonwright.error.Fault when the file is missing, too large, or damaged
    public static Preview read(FileTree tree, RepoPath file, PreviewKind kind, Progress progress) {
        progress.say("workbench.reading", file.fileName());
        Optional<LfsPointer> away = tree.away(file);
        if (away.isPresent()) {
            return new Preview.Elsewhere(file, away.get());
        }
        byte[] bytes = tree.read(file, limit(kind));
        progress.check();
        return switch (kind) {
            case PICTURE -> new Preview.Picture(PictureReader.read(bytes, file.fileName(), PICTURE_SIDE));
            case MARKDOWN -> bytes.length > LARGEST_DOCUMENT || PlainText.isBinary(bytes)
                    ? text(bytes)
                    : new Preview.Document(Markdown.parse(PlainText.decode(bytes)));
            case MESH -> mesh(bytes, file, progress);
            case PROGRAM -> program(bytes, file, progress);
            case TEXT -> text(bytes);
        };
    }

    private static long limit(PreviewKind kind) {
        return switch (kind) {
            case PICTURE -> PictureReader.LARGEST_FILE;
            case MESH, PROGRAM -> LARGEST_MODEL;
            case TEXT, MARKDOWN -> LARGEST_TEXT;
        };
    }

    private static Preview mesh(byte[] bytes, RepoPath file, Progress progress) {
        Mesh mesh = MeshReader.read(bytes, file.text(), progress);
        progress.check();
        return new Preview.Solid(mesh, MeshModel.of(mesh, true), MeshMeasures.of(mesh));
    }

    private static Preview program(byte[] bytes, RepoPath file, Progress progress) {
        GcodeFile read = GcodeReader.read(bytes, file.text(), progress);
        progress.check();
        var time = TimeEstimator.estimate(read.toolpath(), MotionLimits.of(read.dialect()));
        progress.check();
        return new Preview.Program(
                PathProgram.of(read, time, PathModel.of(read.toolpath()), ByteLines.of(bytes)));
    }

    private static Preview text(byte[] bytes) {
        return PlainText.isBinary(bytes) ? new Preview.Opaque(bytes.length) : new Preview.Lines(PlainText.lines(bytes));
    }
}
