package org.commonwright.workbench.preview;

import java.util.Locale;
import org.commonwright.model.RepoPath;

/// How a file is shown first, by its extension.
public enum PreviewKind {
    TEXT, MARKDOWN, PICTURE, MESH, PROGRAM;

    public static PreviewKind of(RepoPath file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "md", "markdown" -> MARKDOWN;
            case "png", "jpg", "jpeg", "gif", "bmp" -> PICTURE;
            case "stl" -> MESH;
            case "gcode", "gco", "g", "nc", "ngc", "tap", "cnc" -> PROGRAM;
            default -> TEXT;
        };
    }

    /// Whether it can be shown as its text, too.
    public boolean hasText() {
        return this == MARKDOWN || this == PROGRAM;
    }
}
