package org.commonwright.workbench.preview;

import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;

/// Reads a file for its preview. Called in the background.
public final class PreviewReader {
    private static final long LARGEST_TEXT = 32L << 20;
    private static final long LARGEST_DOCUMENT = 1L << 20;
    private static final int PICTURE_SIDE = 2_048;

    private PreviewReader() {}

    /// @throws org.commonwright.error.Fault when the file is missing, too large, or damaged
    public static Preview read(FileTree tree, RepoPath file, PreviewKind kind, Progress progress) {
        progress.say("workbench.reading", file.fileName());
        long limit = kind == PreviewKind.PICTURE ? PictureReader.LARGEST_FILE : LARGEST_TEXT;
        byte[] bytes = tree.read(file, limit);
        progress.check();
        var pointer = LfsPointer.size(bytes);
        if (pointer.isPresent()) {
            return new Preview.Elsewhere(pointer.getAsLong());
        }
        return switch (kind) {
            case PICTURE -> new Preview.Picture(PictureReader.read(bytes, file.fileName(), PICTURE_SIDE));
            case MARKDOWN -> bytes.length > LARGEST_DOCUMENT || PlainText.isBinary(bytes)
                    ? text(bytes)
                    : new Preview.Document(Markdown.parse(PlainText.decode(bytes)));
            case TEXT -> text(bytes);
        };
    }

    private static Preview text(byte[] bytes) {
        return PlainText.isBinary(bytes) ? new Preview.Opaque(bytes.length) : new Preview.Lines(PlainText.lines(bytes));
    }
}
